namespace Aggregator.Reports;

/// <summary>Which failures are faults: what an old document may stand in for.</summary>
internal static class Faults
{
    extension(ReportFailureKind kind)
    {
        /// <summary>Whether something broke, as against an upstream's or our own well-founded no (RFC 5861 §4: 500, 502, 503 and 504).</summary>
        public bool IsFault => kind is ReportFailureKind.UpstreamFailed or ReportFailureKind.TooSlow or ReportFailureKind.Throttled
            or ReportFailureKind.Expression or ReportFailureKind.DocumentTooLarge;
    }
}
