using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.Tests.Relay;

/// <summary>An origin that answers in so many octets as a test says, and shows the octets of what it was asked. A character is an octet.</summary>
internal sealed class RawOrigin : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, Task<string>> _answer;
    private readonly Task _accepting;
    private readonly TaskCompletionSource _leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts it.</summary>
    /// <param name="answer">Makes of a request's head and body the whole answer.</param>
    public RawOrigin(Func<string, Task<string>> answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it answers.</summary>
    public string Url => $"http://{_listener.LocalEndpoint}";

    /// <summary>What it was asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>Ends when a connection was closed before its answer was out.</summary>
    public Task Left => _leaving.Task;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        try
        {
            await using var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                Asked.Enqueue(request);
                var closed = stream.ReadAsync(new byte[1], _stop.Token).AsTask(); // a client that waits says nothing, unless it leaves
                var answer = _answer(request);
                if (await Task.WhenAny(answer, closed) == closed)
                {
                    _leaving.TrySetResult();
                    return;
                }

                await stream.WriteAsync(Encoding.Latin1.GetBytes(await answer), _stop.Token);
                return; // one answer a connection, so that nothing is left to read
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or IOException)
        {
            _leaving.TrySetResult();
        }
    }

    /// <summary>A request with as much of a body as it announces; null when there is none.</summary>
    private async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole(text.ToString()))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0) return null;
            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase))?.Split(' ')[1];
        return request.Length - end - 4 == int.Parse(length ?? "0", System.Globalization.CultureInfo.InvariantCulture);
    }
}
