"""Rules, those of one group together. Each yields a Problem a finding."""
