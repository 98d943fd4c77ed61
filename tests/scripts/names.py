"""Names of the world, by Faker."""

import warnings

from faker import Faker
from faker.config import AVAILABLE_LOCALES

from cardgen.documents.handout_request import HandoutRequest

NAMES, SAMPLE = 300, 20
LOCALES = sorted(AVAILABLE_LOCALES)


def names_of(locale, count=NAMES):
    """Return so many full names, the same ones each time."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        faker = Faker(locale)
    faker.seed_instance(1)
    return [faker.name() for _ in range(count)]


def tidy(name):
    """Return a name as a request has it. Raises InvalidDataError."""
    return HandoutRequest(recipient=name).recipient
