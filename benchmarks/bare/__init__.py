"""A Django project with a login, one query and one template: the floor to compare with."""
