using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Aggregator.Tests.Promises;

/// <summary>
/// An upstream on a real socket that knows how many requests it has open. <c>/ok</c> answers, <c>/fail</c> is a 500, <c>/hang</c> never answers,
/// <c>/after/MS</c> answers later.
/// </summary>
internal sealed class CountingUpstream : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Lock _gate = new();
    private readonly List<(Func<bool> Condition, TaskCompletionSource Waiter)> _waiters = [];
    private int _open;
    private int _arrived;

    private CountingUpstream(WebApplication application) => _application = application;

    /// <summary>Where it answers.</summary>
    public string Url => _application.Urls.Single();

    /// <summary>Requests that came since the last <see cref="Reset"/>.</summary>
    public int Arrived
    {
        get
        {
            lock (_gate) return _arrived;
        }
    }

    /// <summary>Starts it.</summary>
    public static async Task<CountingUpstream> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var upstream = new CountingUpstream(builder.Build());
        upstream._application.Run(upstream.AnswerAsync);
        await upstream._application.StartAsync();
        return upstream;
    }

    /// <summary>Forgets what arrived.</summary>
    public void Reset() => Change(() => _arrived = 0);

    /// <summary>Waits until that many requests have arrived.</summary>
    public Task ArrivedAsync(int count) => When(() => _arrived >= count);

    /// <summary>Waits until no request is open.</summary>
    public Task IdleAsync() => When(() => _open == 0);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Change(() => (_open, _arrived) = (_open + 1, _arrived + 1));
        try
        {
            var path = (context.Request.Path.Value ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
            if (path[0] == "hang") await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
            if (path[0] == "after") await Task.Delay(int.Parse(path[1], System.Globalization.CultureInfo.InvariantCulture), context.RequestAborted);
            if (path[0] == "fail") context.Response.StatusCode = 500;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("1", context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // the caller left, as it may
        }
        finally
        {
            Change(() => _open--);
        }
    }

    private Task When(Func<bool> condition)
    {
        lock (_gate)
        {
            if (condition()) return Task.CompletedTask;
            var waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiters.Add((condition, waiter));
            return waiter.Task;
        }
    }

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
            foreach (var (_, waiter) in _waiters.Where(waiting => waiting.Condition()).ToList()) waiter.SetResult();
            _waiters.RemoveAll(waiting => waiting.Waiter.Task.IsCompleted);
        }
    }
}
