"""Projects built into wheels by their build backend, and installed as an installer does it."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.hosting.faults.fault import VERSION, Project

PYPROJECT = """
[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"

[project]
name = "{called}"
version = "{version}"

[project.entry-points."perfeval_rules.v{api}"]
{name} = "{entry}"

[tool.setuptools]
packages = ["{module}"]

[tool.setuptools.package-data]
"*" = ["rulesets/*/*"]
"""
BUILD = """
import os
import sys

from setuptools import build_meta

wheels, *folders = sys.argv[1:]
for folder in folders:
    os.chdir(folder)
    build_meta.build_wheel(wheels)
"""
"""One process builds all wheels, since a build frontend would take a second for each."""


def write(project: Project, folder: Path) -> Path:
    """The files of a project in a folder of its own."""
    package = folder / project.called / project.module
    package.mkdir(parents=True)
    described = PYPROJECT.format(
        called=project.called, version=VERSION, api=project.api, name=project.name, entry=project.entry or project.module,
        module=project.module,
    )  # fmt: skip
    (package.parent / "pyproject.toml").write_text(described, "utf-8")
    for name, text in {"__init__.py": project.source, **project.files}.items():
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text(text, "utf-8")
    return package.parent


def install(projects: Sequence[Project], folder: Path) -> Path:
    """Build projects and install them into a folder `site`; gives that folder."""
    wheels, site = folder / "wheels", folder / "site"
    wheels.mkdir()
    sources = [str(write(project, folder / "projects")) for project in projects]
    run("-c", BUILD, str(wheels), *sources)
    made = [str(wheel) for wheel in sorted(wheels.glob("*.whl"))]
    assert len(made) == len(projects)
    run("-m", "pip", "install", "--no-index", "--no-deps", "--no-compile", "--target", str(site), *made)
    for project in projects:
        if project.damage:
            project.damage(site / f"{project.module}-{VERSION}.dist-info")
    return site


def run(*arguments: str) -> None:
    """Run Python in isolation; what it says is shown where it fails."""
    done = subprocess.run(
        [sys.executable, "-I", "-W", "ignore", *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
