using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Benchmarks.Whole;

/// <summary>The least that a .NET server does for a response: headers set, bytes written.</summary>
internal static class BareKestrel
{
    /// <summary>Serves a recorded response at every path until the process is ended; prints its address.</summary>
    public static async Task<int> RunAsync(string recorded)
    {
        var response = RecordedResponse.Load(recorded);
        KeyValuePair<string, StringValues>[] headers = [.. response.Headers.Select(header => KeyValuePair.Create(header.Key, new StringValues(header.Value)))];
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.Run(context =>
        {
            foreach (var (name, value) in headers) context.Response.Headers[name] = value;
            context.Response.ContentLength = response.Body.Length;
            return context.Response.Body.WriteAsync(response.Body).AsTask();
        });
        await app.StartAsync();
        Console.WriteLine($"listening {app.Urls.Single()}");
        await Task.Delay(Timeout.InfiniteTimeSpan);
        return 0;
    }
}
