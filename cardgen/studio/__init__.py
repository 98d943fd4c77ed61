"""`cardgen studio`: the local web page. It makes what the command line makes, from the same files.

Who may come in is `guard.py`; what is known of a patient is `visit.py`, and how long it is kept
`visits.py`; `forms.py` takes what was typed, `order.py` makes a request of it, `page.py` the page;
`shown.py` and `pages/` are the screens, `app.py` joins them, `server.py` runs it.
"""
