"""What pages are laid out from: shell, filters, cards, tiles, tables, definition panel, findings."""
