"""Draw the pictures of docs/clinicians.md: `make pictures`, where chromium and playwright are."""

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pictures import IMAGES, save
from PIL import Image
from playwright.sync_api import Page, sync_playwright

sys.path.append(str(Path(__file__).parent.parent / "tests" / "studio"))
from chromiums import CHROMIUM, Running, begin

WIDTH, HEIGHT = 1100, 720
CLINIC = {
    "name": "Riverside Physiotherapy",
    "address": "12 Mill Lane, Springfield",
    "phone": "(555) 010-0199",
    "clinician": "Sam Okoye",
    "credentials": "PT",
    "accent": "#7a2e8e",
}


def main() -> None:
    """Go through a visit, and keep what the screens show."""
    with TemporaryDirectory() as home, sync_playwright() as driver:
        studio = Running(Path(home))
        browser = driver.chromium.launch(executable_path=CHROMIUM)
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(studio.link)
        page.wait_for_selector("#new")
        keep(page, "start")
        page.click("#clinic")
        for name, words in CLINIC.items():
            page.fill(f"#{name}", words)
        page.keyboard.press("Tab")
        page.wait_for_selector(".look img")
        page.wait_for_timeout(3000)
        page.mouse.wheel(0, 250)
        keep(page, "clinic")
        page.click("text=To the start")
        page.click("#leave-now")
        page.wait_for_selector("#new")
        begin(page, "cat-cow", "glute-bridge", "bird-dog", "childs-pose")
        page.evaluate("scrollTo(0, 0)")
        keep(page, "choose")
        page.click("#go-person")
        page.fill("#recipient", "Maria Álvarez")
        page.click("#go-page")
        page.wait_for_selector("img.sheet")
        keep(page, "page")
        next_week(page, Path(home))
        exercise(page)
        browser.close()
        studio.end()


def next_week(page: Page, home: Path) -> None:
    """Save the programme, open it again, and change it."""
    page.click("#next-week summary")
    with page.expect_download() as caught:
        page.click("#programme")
    caught.value.save_as(home / "this-week.yaml")
    page.goto(page.url.partition("visit/")[0])
    page.set_input_files("#file", home / "this-week.yaml")
    page.click("#open")
    page.fill("[id='glute-bridge.reps']", "12")
    page.keyboard.press("Tab")
    page.wait_for_selector(".news li")
    keep(page, "next-week")


def exercise(page: Page) -> None:
    """Copy a move, and look at it."""
    page.goto(page.url.partition("visit/")[0] + "exercises/cat-cow")
    page.fill("#cue", "Utilise your contralateral muscles.")
    page.fill("#by", "Sam Okoye, PT")
    page.click("#look")
    page.wait_for_selector("#care-cue")
    page.evaluate("document.getElementById('breathing').scrollIntoView()")
    keep(page, "exercise")


def keep(page: Page, name: str) -> None:
    """Keep what a screen shows."""
    page.wait_for_load_state("networkidle")
    page.mouse.move(0, HEIGHT)
    save(Image.open(BytesIO(page.screenshot())).convert("RGB"), IMAGES / f"studio-{name}.png")


if __name__ == "__main__":
    main()
