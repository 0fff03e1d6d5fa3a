"""An editor at work: open buffers -> diagnostics, hovers and actions of the Language Server Protocol."""
