using System.Globalization;
using System.Text;
using Aggregator.Gateway.Catalogue;
using Aggregator.Reports;
using Microsoft.Extensions.Primitives;

namespace Aggregator.Gateway.Answers;

/// <summary>
/// The header fields that say how fresh, how complete and how quickly compiled a document is: all of them, and only here. What does not
/// change from answer to answer is worked out once.
/// </summary>
internal sealed class DocumentHeaders
{
    private readonly StringValues _cacheControl;
    private readonly StringValues _vary;
    private readonly StringValues _timing;
    private readonly StringValues _missing;
    private readonly bool _complete;

    /// <summary>Works out the fields of a document.</summary>
    /// <param name="report">The report.</param>
    /// <param name="document">The document.</param>
    /// <param name="lifetime">How long it is fresh from its compile on.</param>
    public DocumentHeaders(CataloguedReport report, ReportDocument document, TimeSpan lifetime)
    {
        _cacheControl = CacheControl(report, document, lifetime);
        _vary = report.Vary;
        _timing = ServerTiming(document);
        _missing = Missing(document);
        _complete = document.Complete;
    }

    /// <summary>Sets the fields of an answer, of a 304 as of a 200 (RFC 9110 §15.4.5).</summary>
    /// <param name="headers">The answer's fields.</param>
    /// <param name="age">How old the document is, and what Cache-Status says of it.</param>
    /// <param name="wait">The deadline that the client set itself; null for the report's own.</param>
    public void Set(IHeaderDictionary headers, AgeText age, TimeSpan? wait)
    {
        headers.CacheControl = wait is not null && !_complete ? NoStore : _cacheControl;
        headers.Vary = _vary;
        headers.Age = age.Age;
        headers["Cache-Status"] = age.Status;
        headers["Server-Timing"] = _timing;
        if (wait is { } applied)
            headers["Preference-Applied"] = string.Create(CultureInfo.InvariantCulture, $"wait={(long)applied.TotalSeconds}");
        if (_complete)
            return;
        headers["Report-Complete"] = "?0"; // RFC 9651 §3.3.6
        if (_missing.Count > 0)
            headers["Report-Missing"] = _missing;
    }

    /// <summary>
    /// What is partial only because this client would not wait is no answer for anybody else, nor for its own next request; what a report
    /// answers that changes something is never one.
    /// </summary>
    private static readonly StringValues NoStore = "no-store";

    /// <summary>
    /// The whole lifetime, from which whoever stores the answer takes its Age (RFC 9111 §4.2), and how it may be used after that (RFC 5861).
    /// </summary>
    private static StringValues CacheControl(CataloguedReport report, ReportDocument document, TimeSpan lifetime)
    {
        if (!report.Descriptor.Safe)
            return NoStore;
        var seconds = (long)lifetime.TotalSeconds;
        var text = new StringBuilder(report.IsPrivate ? "private, " : "");
        if (seconds <= 0)
            return text.Append("no-cache").ToString();
        text.Append(CultureInfo.InvariantCulture, $"max-age={seconds}");
        if (document.Complete && report.Descriptor.Stale >= Second)
            text.Append(CultureInfo.InvariantCulture, $", stale-while-revalidate={(long)report.Descriptor.Stale.TotalSeconds}");
        if (document.Complete && report.Descriptor.StaleOnError >= Second)
            text.Append(CultureInfo.InvariantCulture, $", stale-if-error={(long)report.Descriptor.StaleOnError.TotalSeconds}");
        return text.ToString();
    }

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
    private static StringValues Missing(ReportDocument document)
    {
        var names = string.Join(", ", document.Sources.Where(source => source.Missing).Select(source => source.Name));
        return names.Length == 0 ? StringValues.Empty : names;
    }

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>In characters: half of the 8 KiB that common proxies allow for all header fields.</summary>
    private const int LongestTiming = 4096;
}
