"""The components of the design language: one module and one template each.

Importing the package registers them all, so a template never meets a half-filled registry.
"""

import importlib
import pkgutil

for _module in pkgutil.iter_modules(__path__):
    importlib.import_module(f"{__name__}.{_module.name}")
