"""One module a rule, or a few that belong together. Each yields a Problem a finding."""
