"""Three pages: a constant one, a thread of 50 posts, a reply."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path

from benchmarks.bare.models import Post, Thread


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show a page that reads nothing but who is signed in."""
    return render(request, "bare/home.html")


@login_required
def thread(request: HttpRequest, number: int) -> HttpResponse:
    """Show a thread with every post, or add one."""
    found = get_object_or_404(Thread, pk=number)
    if request.method == "POST":
        Post.objects.create(thread=found, author=request.user, body=request.POST["body"])
        return redirect("thread", number)
    posts = Post.objects.filter(thread=found).select_related("author").order_by("pk")[:50]
    return render(request, "bare/thread.html", {"thread": found, "posts": posts})


urlpatterns = [path("", home, name="home"), path("threads/<int:number>/", thread, name="thread")]
