"""Fill the bare project: 1,000 people, 30 threads, 50 posts each. Prints a session to use."""

import json
import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.bare.settings"
TEXT = "We met the partner class today and compared what we eat for breakfast. " * 4


def main() -> None:
    """Make the tables and the rows."""
    django.setup()
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.auth.models import User
    from django.contrib.sessions.backends.db import SessionStore
    from django.core.management import call_command

    from benchmarks.bare.models import Post, Thread

    call_command("migrate", verbosity=0)
    call_command("migrate", run_syncdb=True, verbosity=0)
    people = [
        User(username=f"person{n}", first_name="Person", last_name=str(n), password="!")
        for n in range(1000)
    ]
    User.objects.bulk_create(people)
    threads = [Thread(title=f"Thread {n}") for n in range(30)]
    Thread.objects.bulk_create(threads)
    Post.objects.bulk_create(
        Post(thread=thread, author=people[(n * 7) % 1000], body=TEXT)
        for thread in threads
        for n in range(50)
    )
    session = SessionStore()
    session[SESSION_KEY] = str(people[0].pk)
    session[BACKEND_SESSION_KEY] = "django.contrib.auth.backends.ModelBackend"
    session[HASH_SESSION_KEY] = people[0].get_session_auth_hash()
    session.create()
    print(json.dumps({"session": session.session_key, "thread": threads[0].pk}))


if __name__ == "__main__":
    main()
