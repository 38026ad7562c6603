using System.Net.Sockets;
using System.Text;

namespace Aggregator.Gateway.Tests;

/// <summary>Sends requests exactly as they are written, where an HTTP client would tidy them. A character is an octet, both ways.</summary>
internal static class RawHttp
{
    /// <summary>The whole answer to a GET of a target.</summary>
    public static Task<string> GetAsync(Uri address, string target) => SendAsync(address, $"GET {target}");

    /// <summary>The whole answer to a request, which is sent with Host and Connection added.</summary>
    /// <param name="address">Where it goes.</param>
    /// <param name="line">Method and target.</param>
    /// <param name="fields">Further field lines, whole.</param>
    /// <param name="body">The body, framed by the fields.</param>
    public static async Task<string> SendAsync(Uri address, string line, IEnumerable<string>? fields = null, string body = "")
    {
        var head = string.Join("\r\n", [$"{line} HTTP/1.1", $"Host: {address.Authority}", "Connection: close", .. fields ?? []]);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"{head}\r\n\r\n{body}"));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
