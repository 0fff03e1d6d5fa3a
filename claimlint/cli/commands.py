"""The commands by name, each with the module of this folder in which it stands."""

COMMANDS = {
    "check": "check", "mentions": "listing", "claims": "listing", "clauses": "listing", "rules": "rules", "explain": "rules",
    "test-rules": "examples", "schema": "schema", "trace": "trace", "baseline": "baseline", "decisions": "baseline",
    "lsp": "lsp", "completion": "completion", "man": "man",
}  # fmt: skip
COMPLETING = "_CLAIMLINT_COMPLETE"  # the variable by which a shell asks what may follow
