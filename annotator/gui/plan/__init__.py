"""Who reads what: articles dealt out with a preview, and what is planned already."""
