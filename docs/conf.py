"""How Sphinx builds the pages: strictly, for a browser without a network."""

from claimlint.version import VERSION

project = "claimlint"
author = "The claimlint authors"
copyright = author  # noqa: A001  the name that Sphinx reads
version = release = VERSION
extensions = ["myst_parser"]
myst_heading_anchors = 3
nitpicky = True
smartquotes = False  # quotations are quoted
html_theme = "furo"
html_title = f"claimlint {VERSION}"
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
html_domain_indices = False
html_last_updated_fmt = None
pygments_style = "default"
