"""What a person may have that changes how they move."""

from typing import Literal

Condition = Literal[
    "balance",
    "flare",
    "hernia",
    "high-blood-pressure",
    "hip-pain",
    "hip-replacement",
    "knee-pain",
    "leg-pain",
    "neck-pain",
    "osteoporosis",
    "pregnant-late",
    "recent-birth",
    "spinal-stenosis",
    "strain",
    "wrist-pain",
]
