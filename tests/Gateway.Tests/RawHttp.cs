using System.Net.Sockets;
using System.Text;

namespace Aggregator.Gateway.Tests;

/// <summary>Sends a request line exactly as it is written, where an HTTP client would tidy it.</summary>
internal static class RawHttp
{
    /// <summary>The whole answer to a GET of a target.</summary>
    public static async Task<string> GetAsync(Uri address, string target)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
