"""Build hook: compile the hot loops where a C compiler is at hand, else install them as ordinary Python.

The kernels are plain Python modules with a .pxd file of types beside them; Cython turns both into an extension module
that Python prefers to the source of the same name. SPEECH_REUSE_PURE=1 leaves them uncompiled.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class KernelBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds compiled kernels to wheels and editable installs."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every kernel in a temporary folder; beside the sources only editable installs change anything.

        A wheel leaves compiled modules of the tree alone, since an editable install may be using them; git ignores
        them, and so does the wheel. Its own wait in build/kernels until they are packed.
        """
        root = Path(self.root)
        if version == "editable":
            for kernel in kernels(root):
                for path in kernel.parent.glob(kernel.stem + ".*"):
                    if path.suffix in (".so", ".pyd"):
                        path.unlink()
        if os.environ.get("SPEECH_REUSE_PURE"):
            return
        with tempfile.TemporaryDirectory() as folder:
            try:
                built = compile_kernels(root, Path(folder))
            except (Exception, SystemExit) as error:  # no compiler, no headers, …: all mean the same here
                self.app.display_warning(f"hot loops stay uncompiled, which is slower and finds the same: {error}")
                return
            keep = root / "build" / "kernels"
            shutil.rmtree(keep, ignore_errors=True)
            keep.mkdir(parents=True)
            for kernel, library in built:
                place = kernel.relative_to(root).parent / library.name
                if version == "editable":
                    put(library, root / place)
                else:
                    build_data["force_include"][str(shutil.copy2(library, keep / library.name))] = str(place)
        build_data["pure_python"] = False
        build_data["infer_tag"] = True


def put(library: Path, place: Path) -> None:
    """Replace a library in one step: a running program keeps the one it has loaded."""
    fresh = place.with_name(place.name + ".new")
    shutil.copy2(library, fresh)
    fresh.replace(place)


def kernels(root: Path) -> list[Path]:
    """The modules to compile: those with a .pxd beside them."""
    return sorted(path.with_suffix(".py") for path in (root / "reuse").rglob("*.pxd"))


def compile_kernels(root: Path, folder: Path) -> list[tuple[Path, Path]]:
    """Compile every kernel of `root` into `folder`; (source, library) pairs. Raises whatever the compiler raises."""
    from Cython.Build import cythonize
    from setuptools import Distribution, Extension
    from setuptools.command.build_ext import build_ext

    flags = [] if sys.platform == "win32" else ["-O2", "-g0"]  # without debug symbols a tenth of the size
    extensions = []
    for kernel in kernels(root):
        target = folder / kernel.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(kernel, target)
        shutil.copy2(kernel.with_suffix(".pxd"), target.with_suffix(".pxd"))
        for package in kernel.relative_to(root).parents:
            if package.name:
                (folder / package / "__init__.py").touch()
        extensions.append(
            (
                kernel,
                Extension(
                    ".".join(kernel.relative_to(root).with_suffix("").parts), [str(target)], extra_compile_args=flags
                ),
            )
        )
    here = Path.cwd()
    os.chdir(folder)
    try:
        modules = cythonize([e for _, e in extensions], language_level=3, quiet=True)
        command = build_ext(Distribution({"ext_modules": modules}))
        command.build_lib, command.build_temp = str(folder / "lib"), str(folder / "temp")
        command.ensure_finalized()
        command.run()
        libraries = [Path(command.get_ext_fullpath(module.name)) for module in modules]
    finally:
        os.chdir(here)
    return [(kernel, library) for (kernel, _), library in zip(extensions, libraries, strict=True)]


if __name__ == "__main__":  # python hatch_build.py: compile in place, for work on the kernels
    with tempfile.TemporaryDirectory() as scratch:
        for source, compiled in compile_kernels(Path(__file__).parent, Path(scratch)):
            put(compiled, source.parent / compiled.name)
            sys.stdout.write(f"{source.parent / compiled.name}\n")
