namespace Aggregator.Reports;

/// <summary>The time a source may take, <c>within</c>, inside the time of its report.</summary>
internal sealed class SourceLimit : IDisposable
{
    private readonly CancellationTokenSource? _own;
    private readonly CancellationTokenRegistration _outer;

    /// <summary>Starts the clock.</summary>
    /// <param name="within">The source's own time; null for as long as the report.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">The report's limit.</param>
    public SourceLimit(TimeSpan? within, TimeProvider time, CancellationToken cancellationToken)
    {
        Token = cancellationToken;
        if (within is not { } span) return;
        _own = new(span, time);
        _outer = cancellationToken.UnsafeRegister(static own => ((CancellationTokenSource)own!).Cancel(), _own);
        Token = _own.Token;
    }

    /// <summary>Cancelled at the end of either time.</summary>
    public CancellationToken Token { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outer.Dispose();
        _own?.Dispose();
    }
}
