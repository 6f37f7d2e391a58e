"""The steering cockpit: extracts in, key figures out, shown to those who steer."""
