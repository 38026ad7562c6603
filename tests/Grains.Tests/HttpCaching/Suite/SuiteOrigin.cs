using System.Globalization;
using System.Text;
using Aggregator.HttpCaching;
using Aggregator.HttpCaching.Syntax;

namespace Aggregator.Tests.HttpCaching.Suite;

/// <summary>The suite's server: answers the step that is under way and remembers what it was asked.</summary>
internal sealed class SuiteOrigin(SuiteCase test)
{
    public const string Uuid = "0b1a2c3d-0000-4000-8000-000000000000";

    private readonly List<HeaderFields> _sent = [];

    public int Step { get; set; }

    public Moment Now { get; set; } = Exchange.Noon;

    /// <summary>The requests that arrived, with the number of the step during which they did.</summary>
    public List<(int Step, CacheRequest Request)> Seen { get; } = [];

    /// <summary>What was sent in the last answer and is to reach the client.</summary>
    public HeaderFields LastSent => _sent[^1];

    public CacheResponse? Answer(CacheRequest request)
    {
        var step = test.Steps[Step];
        Seen.Add((Step, request));
        var fields = FieldsOf(step);
        _sent.Add(fields.Without(name => step.Unchecked.Split('|').Contains(name, StringComparer.OrdinalIgnoreCase)));
        if (step.Disconnects)
            return null;
        int status = StatusFor(step, request.Fields);
        string body = status is 204 or 304 || request.IsHead ? "" : step.Body ?? Uuid;
        if (!request.IsHead && fields.First("Content-Length") is { } length)
            body = body[..Math.Min(body.Length, int.Parse(length, CultureInfo.InvariantCulture))];
        fields = fields.Append("Server-Now", HttpDate.Format(Now.Wall)).Append("Server-Count", $"{Seen.Count}");
        return new() { Head = new(status, fields), Body = Encoding.Latin1.GetBytes(body), RequestedAt = Now, ReceivedAt = Now };
    }

    /// <summary>Fields with their dates and locations filled in.</summary>
    public static HeaderFields Resolve(string text, DateTimeOffset now) =>
        HeaderFields.Of(text.Split('|', StringSplitOptions.RemoveEmptyEntries).Select(line =>
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            return new HeaderLine(line[..colon], Value(line[(colon + 1)..].Trim(' '), now));
        }));

    private HeaderFields FieldsOf(SuiteStep step) => Resolve(step.Sends, Now.Wall);

    private static string Value(string text, DateTimeOffset now) => text switch
    {
        ['@', '@', .. var rfc850] => Later(now, rfc850).ToString("dddd, dd-MMM-yy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture),
        ['@', .. var date] => HttpDate.Format(Later(now, date)),
        ['~'] => $"/test/{Uuid}",
        ['~', .. var place] => $"/test/{Uuid}/{place}",
        _ => text,
    };

    private static DateTimeOffset Later(DateTimeOffset now, string seconds) =>
        now.AddSeconds(double.Parse(seconds, CultureInfo.InvariantCulture));

    // A step that expects a validation gets a 304 for the validators of the step before, and 999 for anything else.
    private int StatusFor(SuiteStep step, HeaderFields asked)
    {
        if (step.Type?.EndsWith("validated", StringComparison.Ordinal) != true)
            return step.Status;
        var before = _sent[0];
        bool known = (before.Contains("ETag") && before.First("ETag") == asked.Combined("If-None-Match"))
            || (before.Contains("Last-Modified") && before.First("Last-Modified") == asked.Combined("If-Modified-Since"));
        return known ? 304 : 999;
    }
}
