"""The values everything else works on: plans, projects, rosters, notices, issues. No files, no Qt."""
