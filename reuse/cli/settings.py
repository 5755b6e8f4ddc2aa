"""Settings of a run, from all the places where they may stand, and where each came from.

Enters: what the flags say. Leaves: `Settings`: the parameters and the origin of each. Every command that computes
gathers its parameters here; `config show` prints them.

What is nearer to the person who types counts more: flags, then SPEECH_REUSE_* variables, then speech-reuse.toml or
[tool.speech-reuse] of pyproject.toml in this folder or the nearest above it, then the user's own file, then a preset,
then the defaults. A name that is unknown anywhere is an error, with the name that comes nearest.
"""

from __future__ import annotations

import dataclasses
import os
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from reuse.cli.language import choose
from reuse.errors import ParameterError
from reuse.params import Params

__all__ = ["ENVIRONMENT", "Settings", "gathered", "in_force", "user_file"]

ENVIRONMENT = "SPEECH_REUSE_"
PROJECT_FILE = "speech-reuse.toml"
MAX_BYTES = 1_000_000
_NOT_SETTINGS = frozenset(("SPEECH_REUSE_PURE",))  # of the build
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s*%", re.ASCII)
_MESSAGES = ("auto", "en", "zh")

Changes = dict[str, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Settings:
    """The parameters of a run."""

    params: Params
    origins: Mapping[str, str]  # “stage.setting”, "preset" and "messages" to where it came from; others are defaults
    preset: str = "speeches"
    messages: str = "auto"  # language in which the program speaks


@dataclass(frozen=True, slots=True)
class _Layer:
    """What one place says, in order from the weakest place to the strongest."""

    place: str
    values: Mapping[str, Any]  # of one or two levels, as in TOML


def gathered(
    flags: Mapping[str, Mapping[str, object]] | None = None, *, preset: str | None = None, sets: Sequence[str] = ()
) -> Settings:
    """All settings together. `sets` are “stage.setting=value” texts. Raises ParameterError for what is unknown."""
    named = _Layer("--preset", {"preset": preset} if preset is not None else {})
    layers = [*_files(), _Layer("", _environment()), named, _Layer("flag", flags or {}), *map(_set, sets)]
    origins: dict[str, str] = {}
    chosen: dict[str, str] = {"preset": "speeches", "messages": "auto"}
    flat = [(layer, name, value) for layer in layers for name, value in _flat(layer)]
    for layer, name, value in flat:
        if name in chosen:
            chosen[name] = str(value)
            origins[name] = layer.place or f"{ENVIRONMENT}{name.upper()}"
    if chosen["messages"] not in _MESSAGES:
        raise ParameterError(
            f"messages ({origins['messages']}) is one of {', '.join(_MESSAGES)}, not {chosen['messages']}"
        )
    params = _preset(chosen["preset"], origins.get("preset", ""))
    for layer, name, value in flat:
        if name not in chosen:
            origin = layer.place or f"{ENVIRONMENT}{name.replace('.', '_').upper()}"
            params = _changed(params, name, value, origin)
            origins[name] = origin
    return Settings(params, origins, chosen["preset"], chosen["messages"])


def in_force(
    flags: Mapping[str, Mapping[str, object]] | None = None, *, preset: str | None = None, sets: Sequence[str] = ()
) -> Settings:
    """Gather the settings of this call and speak the language that they ask for."""
    settings = gathered(flags, preset=preset, sets=sets)
    choose(settings.messages)
    return settings


def user_file() -> Path:
    """Where the user's own settings stand, whether there are any or not."""
    from platformdirs import user_config_path  # noqa: PLC0415 - for those who compute

    return user_config_path("speech-reuse", appauthor=False) / "config.toml"


def _known(params: Params) -> list[str]:
    stages = dataclasses.fields(params)
    return ["preset", "messages"] + [
        f"{stage.name}.{setting.name}"
        for stage in stages
        for setting in dataclasses.fields(getattr(params, stage.name))
    ]


def _flat(layer: _Layer) -> Iterator[tuple[str, object]]:
    """(name, value) of a layer, each name checked."""
    known = _known(Params())
    for name, value in layer.values.items():
        inner = {f"{name}.{key}": each for key, each in value.items()} if isinstance(value, Mapping) else {name: value}
        for full, each in inner.items():
            if full not in known:
                raise ParameterError(
                    f"{layer.place or 'the environment'}: there is no setting “{full}”{_nearest(full, known)}"
                )
            yield full, each


def _nearest(name: str, known: Sequence[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.5) or [
        full for full in known if full.rpartition(".")[2] == name.rpartition(".")[2]
    ]
    return f"; did you mean “{near[0]}”?" if near else "; “speech-reuse config show” lists them"


def _changed(params: Params, name: str, value: object, origin: str) -> Params:
    stage, _, setting = name.partition(".")
    try:
        return params.updated({stage: {setting: value}})
    except ParameterError as error:
        raise ParameterError(f"{origin}: {error}") from error


def _preset(name: str, origin: str) -> Params:
    try:
        return Params.preset(name)
    except ParameterError as error:
        raise ParameterError(f"{origin}: {error}") from error


def _files() -> Iterator[_Layer]:
    """The user's file, then the project's."""
    own = user_file()
    if own.is_file():
        yield _Layer(str(own), _toml(own))
    here = Path.cwd()
    for folder in (here, *here.parents):
        project, python = folder / PROJECT_FILE, folder / "pyproject.toml"
        if project.is_file():
            yield _Layer(str(project), _toml(project))
            return
        if python.is_file() and (values := _toml(python).get("tool", {}).get("speech-reuse")) is not None:
            yield _Layer(f"{python} [tool.speech-reuse]", values)
            return


def _toml(path: Path) -> dict[str, Any]:
    try:
        with path.open("rb") as stream:
            return tomllib.loads(stream.read(MAX_BYTES).decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise ParameterError(f"{path} cannot be read as TOML: {reason}") from error


def _environment() -> dict[str, Any]:
    """SPEECH_REUSE_ALIGN_MIN_LENGTH_CHARS=8 as align.min_length_chars; what fits no setting under its own name."""
    names = {f"{ENVIRONMENT}{full.replace('.', '_').upper()}": full for full in _known(Params())}
    values: dict[str, Any] = {}
    for variable in sorted(os.environ):
        if not variable.startswith(ENVIRONMENT) or variable in _NOT_SETTINGS or not os.environ[variable].strip():
            continue  # emptied is how shells unset for one call
        if variable not in names:
            near = get_close_matches(variable, list(names), n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ParameterError(f"the environment: there is no setting {variable}{hint}")
        stage, _, setting = names[variable].partition(".")
        value = _value(os.environ[variable])
        if setting:
            values.setdefault(stage, {})[setting] = value
        else:
            values[stage] = value
    return values


def _set(text: str) -> _Layer:
    name, equals, value = text.partition("=")
    if not equals or not name.strip():
        raise ParameterError(f"--set {text}: write it as stage.setting=value")
    stage, _, setting = name.strip().partition(".")
    return _Layer(f"--set {name.strip()}", {stage: {setting: _value(value)}} if setting else {stage: _value(value)})


def _value(text: str) -> object:
    """A value as TOML writes it, also in full-width figures; 90% is 0.9; anything else is a text."""
    for written in (text.strip(), unicodedata.normalize("NFKC", text).strip()):
        try:
            return tomllib.loads(f"x = {written}")["x"]
        except tomllib.TOMLDecodeError:
            share = _PERCENT.fullmatch(written)
            if share:
                return float(share[1]) / 100
    return text.strip()
