using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Answers;

/// <summary>
/// The header fields that say how fresh, how complete and how quickly compiled a document is: all of them, and only here.
/// </summary>
internal static class DocumentHeaders
{
    /// <summary>Sets the fields of an answer with a document, of a 304 as of a 200 (RFC 9110 §15.4.5).</summary>
    /// <param name="headers">The answer's fields.</param>
    /// <param name="report">The report.</param>
    /// <param name="document">The document.</param>
    /// <param name="wait">The deadline that the client set itself; null for the report's own.</param>
    public static void Set(IHeaderDictionary headers, ReportDescriptor report, ReportDocument document, TimeSpan? wait)
    {
        headers.CacheControl = CacheControl(report, hastened: wait is not null && !document.Complete);
        headers.Vary = Vary(report);
        headers["Server-Timing"] = ServerTiming(document);
        if (wait is { } applied)
            headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"wait={(long)applied.TotalSeconds}");
        if (document.Complete)
            return;
        headers["Report-Complete"] = "?0"; // RFC 9651 §3.3.6
        if (Missing(document) is { Length: > 0 } missing)
            headers["Report-Missing"] = missing;
    }

    /// <summary>Client headers that say who is asking; a shared cache must not keep what they went into.</summary>
    private static readonly ImmutableArray<string> Credentials = ["authorization", "cookie", "proxy-authorization", "x-api-key"];

    /// <summary>
    /// What is partial only because this client would not wait is no answer for anybody else, nor for its own next request; what a report
    /// answers that changes something is never one.
    /// </summary>
    private static string CacheControl(ReportDescriptor report, bool hastened)
    {
        if (hastened || !report.Safe)
            return "no-store";
        return report.ForwardedHeaders.Any(name => Credentials.Contains(name)) ? "private, no-cache" : "no-cache";
    }

    private static string Vary(ReportDescriptor report) =>
        string.Join(", ", report.ForwardedHeaders.Prepend("Accept-Encoding").Prepend("Accept"));

    /// <summary>The total and a metric per source (W3C Server Timing), as many as fit what proxies let through.</summary>
    private static string ServerTiming(ReportDocument document)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"total;dur={Provenance.Milliseconds(document.Duration)}");
        foreach (var source in document.Sources)
        {
            var before = text.Length;
            text.Append(", ").Append(source.Name);
            if (source.Duration is { } duration)
                text.Append(CultureInfo.InvariantCulture, $";dur={Provenance.Milliseconds(duration)}");
            text.Append(";desc=\"").Append(Provenance.NameOf(source.State)).Append('"');
            if (text.Length <= LongestTiming)
                continue;
            text.Length = before;
            break;
        }

        return text.ToString();
    }

    /// <summary>The names of sources are tokens as they are (RFC 9651 §3.3.4).</summary>
    private static string Missing(ReportDocument document) =>
        string.Join(", ", document.Sources.Where(source => source.Missing).Select(source => source.Name));

    /// <summary>In characters: half of the 8 KiB that common proxies allow for all header fields.</summary>
    private const int LongestTiming = 4096;
}
