using System.Threading.RateLimiting;
using Aggregator.Definitions;
using Aggregator.Resources;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace Aggregator.Upstreams;

/// <summary>Everything between a call and one upstream's socket: repeats, permits, the attempt's time, sending, reading, checking.</summary>
internal sealed class UpstreamPipe : IDisposable
{
    private static readonly ResiliencePropertyKey<CallProgress> Progress = new("progress");

    private readonly UpstreamExchange _exchange;
    private readonly ResiliencePipeline<UpstreamOutcome> _pipeline;

    public UpstreamPipe(UpstreamDefinition upstream, UpstreamExchange exchange, TimeProvider time, Func<double> random)
    {
        _exchange = exchange;
        _pipeline = Assemble(upstream, time, random);
    }

    /// <summary>Carries a call out.</summary>
    public async Task<UpstreamOutcome> SendAsync(UpstreamCall call, CancellationToken cancellationToken)
    {
        var progress = new CallProgress(call);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(Progress, progress);
        try
        {
            var outcome = await _pipeline.ExecuteOutcomeAsync(AttemptAsync, context, progress);
            return Read(outcome, progress) with { Attempts = progress.Attempts };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _exchange.Dispose();

    /// <summary>
    /// The order of the pipe, outermost first. An attempt takes its own permits, and its time begins once it holds them; the whole is
    /// bounded by the caller's token, so waiting for a permit ends with it too.
    /// </summary>
    private static ResiliencePipeline<UpstreamOutcome> Assemble(UpstreamDefinition upstream, TimeProvider time, Func<double> random)
    {
        var pipe = new ResiliencePipelineBuilder<UpstreamOutcome> { TimeProvider = time };
        if (upstream.Retry.Attempts > 0)
        {
            pipe.AddRetry(new RetryStrategyOptions<UpstreamOutcome>
            {
                MaxRetryAttempts = upstream.Retry.Attempts,
                Delay = upstream.Retry.Backoff,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = random,
                ShouldHandle = args => ValueTask.FromResult(MayRepeat(args.Outcome, args.Context.Properties.GetValue(Progress, null!))),
            });
        }

        pipe.AddConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = upstream.Concurrency,
            QueueLimit = QueuePerPermit * upstream.Concurrency,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
        pipe.AddTimeout(new TimeoutStrategyOptions { Timeout = upstream.Timeout });
        return pipe.Build();
    }

    /// <summary>One attempt: the innermost part of the pipe.</summary>
    private async ValueTask<Outcome<UpstreamOutcome>> AttemptAsync(ResilienceContext context, CallProgress progress)
    {
        progress.Attempts++;
        try
        {
            return Outcome.FromResult(await _exchange.SendAsync(progress.Call, context.CancellationToken));
        }
        catch (OperationCanceledException cancelled)
        {
            return Outcome.FromException<UpstreamOutcome>(cancelled);
        }
    }

    /// <summary>
    /// A safe call is repeated after any failure that may pass; an unsafe one only while it certainly never arrived; a client's through the
    /// relay never, for that is the client's to decide.
    /// </summary>
    private static bool MayRepeat(Outcome<UpstreamOutcome> outcome, CallProgress progress)
    {
        if (outcome.Exception is OperationCanceledException || progress.Call.Use == ResourceUse.Relay) return false;
        var read = Read(outcome, progress);
        return read.Status != NotModified && (progress.Call.Safe || read.NotSent) && AnswerRules.IsWorthRepeating(read, progress.Call.On);
    }

    /// <summary>The strategies speak of time and permits in exceptions, everything else in outcomes: here they become one.</summary>
    private static UpstreamOutcome Read(Outcome<UpstreamOutcome> outcome, CallProgress progress) => outcome switch
    {
        { Result: { } result } => result,
        { Exception: TimeoutRejectedException } => new() { Kind = UpstreamOutcomeKind.Timeout },
        { Exception: RateLimiterRejectedException } => new() { Kind = UpstreamOutcomeKind.Throttled, NotSent = true },
        { Exception: OperationCanceledException } when progress.IsWaiting => new() { Kind = UpstreamOutcomeKind.Throttled, NotSent = true },
        { Exception: OperationCanceledException } => new() { Kind = UpstreamOutcomeKind.Timeout },
        { Exception: { } bug } => throw new InvalidOperationException("An upstream call ended in an unforeseen way.", bug),
        _ => throw new InvalidOperationException("An upstream call ended without an outcome."),
    };

    /// <summary>Calls that may wait for each one under way; further ones are refused at once.</summary>
    private const int QueuePerPermit = 16;

    /// <summary>What the upstream says to conditions of ours, whatever a source's rules make of other statuses.</summary>
    private const int NotModified = 304;

    /// <summary>How far a call has come.</summary>
    private sealed class CallProgress(UpstreamCall call)
    {
        public UpstreamCall Call { get; } = call;

        public int Attempts { get; set; }

        /// <summary>Whether no attempt has been made yet, so that the call can only be waiting for its permits.</summary>
        public bool IsWaiting => Attempts == 0;
    }
}
