import pytest
import samples


@pytest.fixture(scope="session")
def theme():
    return samples.THEME
