"""More municipalities than our own: each a block with a recipe, numbers and homes of its own.

Block 0 is our own municipality. The providers that a municipality does not own itself are shared by ten
blocks, as those of regions, foundations and neighbours are.
"""

from collections.abc import Iterator
from dataclasses import replace

from cockpit.demo.dice import Dice
from cockpit.demo.recipe import Provider, Recipe

SHARING = 10
NEIGHBOURS = 6
MOST_BLOCKS = 800  # there are 899 codes from 101 to 999, and the last block has neighbours too
SEEDS_APART = 1_000_003


def block_recipe(recipe: Recipe, block: int) -> Recipe:
    """The recipe of one municipality out of many; block 0 follows the recipe as it stands."""
    if block == 0:
        return recipe
    codes = _codes(recipe)
    return replace(
        recipe,
        block=block,
        municipality=codes[block],
        neighbours=codes[block + 1 : block + 1 + NEIGHBOURS],
        providers=[
            _provider(provider, place, block, codes) for place, provider in enumerate(recipe.providers, 1)
        ],
        rest={**recipe.rest, "population": _inhabitants(recipe, block)},
    )


def block_seed(seed: int, block: int) -> int:
    return seed + block * SEEDS_APART


def new_providers(recipe: Recipe) -> Iterator[Provider]:
    """The block's providers as our own municipality sees them; none that an earlier block wrote."""
    for provider in recipe.providers:
        if recipe.block == 0:
            yield provider
        elif provider.owner == "own":
            yield replace(provider, owner="other_municipality")
        elif recipe.block % SHARING == 0:
            yield provider


def _codes(recipe: Recipe) -> list[str]:
    """Every block's municipality: our own, the real ones, then codes that no municipality has."""
    real = [recipe.municipality, *recipe.rest["others"]]
    return real + [code for code in map(str, range(101, 1000)) if code not in real]


def _provider(provider: Provider, place: int, block: int, codes: list[str]) -> Provider:
    """What the block has in the place of our own municipality's provider."""
    own = provider.owner == "own"
    first = block if own else block - block % SHARING
    if first == 0:
        return provider
    code = codes[first if own else first + place % SHARING]
    price = round(provider.price * Dice(first).between(0.92, 1.08) / 10) * 10
    number = f"T{1000 + 100 * first + place}"
    return replace(provider, id=number, name=f"{provider.name} {code}", municipality=code, price=float(price))


def _inhabitants(recipe: Recipe, block: int) -> dict[str, object]:
    plan = recipe.rest["population"]
    size = Dice(block).between(0.9, 1.1)
    return {**plan, "persons": [round(persons * size) for persons in plan["persons"]]}
