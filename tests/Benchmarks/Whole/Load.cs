using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Aggregator.Benchmarks.Whole;

/// <summary>A closed loop of requests over kept-alive connections: each sends its next request once it has its answer.</summary>
internal static class Load
{
    /// <summary>Loads a server.</summary>
    /// <returns>How many answers came, all of them 200, and how long that took.</returns>
    public static async Task<(long Requests, TimeSpan Took)> RunAsync(Uri url, int connections, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes($"GET {url.PathAndQuery} HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: application/json\r\n\r\n");
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => ConnectionAsync(url, request, started, length))));
        return (counts.Sum(), Stopwatch.GetElapsedTime(started));
    }

    private static async Task<long> ConnectionAsync(Uri url, byte[] request, long started, TimeSpan length)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, url.Port);
        var buffer = new byte[64 << 10];
        long count = 0;
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            await socket.SendAsync(request);
            await AnswerAsync(socket, buffer);
            count++;
        }

        return count;
    }

    private static async Task AnswerAsync(Socket socket, byte[] buffer)
    {
        var filled = 0;
        var whole = int.MaxValue;
        while (filled < whole)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0) throw new InvalidOperationException("The server closed the connection.");
            filled += read;
            if (whole == int.MaxValue) whole = LengthOf(buffer.AsSpan(0, filled)) ?? int.MaxValue;
        }
    }

    /// <summary>The length of the answer whose head is there; null while it is not.</summary>
    private static int? LengthOf(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return null;
        if (!answer.StartsWith("HTTP/1.1 200"u8)) throw new InvalidOperationException(Encoding.ASCII.GetString(answer));
        var at = answer.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var digits = answer[at..];
        return end + 4 + int.Parse(digits[..digits.IndexOf((byte)'\r')], System.Globalization.CultureInfo.InvariantCulture);
    }
}
