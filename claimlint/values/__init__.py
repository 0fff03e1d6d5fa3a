"""Numbers, sets, units and times: what words allow."""
