using System.Globalization;
using System.Text;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching;

/// <summary>Requests and responses in few words. Fields are written a line each, <c>Name: value</c>, parted by <c>|</c>.</summary>
internal static class Exchange
{
    /// <summary>The instant at which everything is received unless a test says otherwise.</summary>
    public static readonly Moment Noon = new(new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(1));

    public static readonly CachePolicy Shared = CachePolicy.Relay(CacheSharing.Shared);

    public static readonly CachePolicy Private = CachePolicy.Relay(CacheSharing.Private);

    public static readonly Uri Target = new("http://upstream.test/things/1?q=a");

    public static Moment After(double seconds) => Noon.Plus(TimeSpan.FromSeconds(seconds));

    public static TimeSpan Seconds(double seconds) => TimeSpan.FromSeconds(seconds);

    /// <summary>A date in the form of fields, so many seconds from noon.</summary>
    public static string Date(double seconds) => HttpDate.Format(After(seconds).Wall);

    /// <summary>Reads fields; <c>@N</c> stands for the date N seconds from noon.</summary>
    public static HeaderFields Fields(string text)
    {
        var lines = new List<HeaderLine>();
        foreach (string line in text.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            string value = line[(colon + 1)..].Trim();
            lines.Add(new(line[..colon].Trim(), value.StartsWith('@') ? Date(double.Parse(value.AsSpan(1), CultureInfo.InvariantCulture)) : value));
        }
        return HeaderFields.Of(lines);
    }

    public static CacheRequest Request(string fields = "", string method = "GET") =>
        new() { Method = method, Uri = Target, Fields = Fields(fields) };

    public static ResponseHead Head(string fields, int status = 200) => new(status, Fields(fields));

    public static CacheResponse Response(string fields, int status = 200, string body = "0123456789", Moment? at = null) => new()
    {
        Head = Head(fields, status),
        Body = Encoding.Latin1.GetBytes(body),
        RequestedAt = at ?? Noon,
        ReceivedAt = at ?? Noon,
    };

    public static StoredResponse Stored(
        string fields, int status = 200, string body = "0123456789", string requestFields = "", Moment? at = null) =>
        StoredResponse.Of(Request(requestFields), Response(fields, status, body, at));

    public static string Body(CachedAnswer answer) => Encoding.Latin1.GetString(answer.Body.Span);
}
