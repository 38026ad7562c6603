using System.Collections.Concurrent;
using Aggregator.Catalog;
using Aggregator.Gateway.Calls;
using Aggregator.HttpCaching;
using Aggregator.Identity;
using Aggregator.Reports;

namespace Aggregator.Gateway.Tests;

/// <summary>Report grains that answer what a test says, and remember what they were asked.</summary>
internal sealed class FakeGrains : IReportGrains
{
    private readonly TaskCompletionSource<Guid> _left = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Func<ReportRequest, CancellationToken, Task<ReportAnswer>> Answer { get; set; } =
        (_, _) => Task.FromResult(ReportAnswer.Of(Examples.Document()));

    public Func<Task> Leaving { get; set; } = () => Task.CompletedTask;

    public ConcurrentQueue<(ReportKey Key, ReportRequest Request)> Asked { get; } = new();

    public ReportRequest LastRequest => Asked.Last().Request;

    /// <summary>Ends with the waiter that was said to have left.</summary>
    public Task<Guid> Left => _left.Task;

    public IReportGrain Get(ReportKey key) => new Grain(this, key);

    public void Answers(ReportDocument document) => Answer = (_, _) => Task.FromResult(ReportAnswer.Of(document));

    /// <summary>Answers a document that is kept, of an age and for so many more seconds fresh.</summary>
    public void Keeps(ReportDocument document, GenerationStamp generations, double age = 0, double freshFor = 30) => Answer = (_, _) => Task.FromResult(ReportAnswer.Of(document) with
    {
        Standing = new()
        {
            Age = TimeSpan.FromSeconds(age),
            FreshFor = TimeSpan.FromSeconds(freshFor),
            Forward = age > 0 ? null : ForwardReason.Miss,
            Kept = true,
            Generations = generations,
        },
    });

    public void Fails(ReportFailure failure) => Answer = (_, _) => Task.FromResult(ReportAnswer.Of(failure));

    private sealed class Grain(FakeGrains grains, ReportKey key) : IReportGrain
    {
        public Task<ReportAnswer> GetAsync(ReportRequest request, CancellationToken cancellationToken)
        {
            grains.Asked.Enqueue((key, request));
            return grains.Answer(request, cancellationToken);
        }

        public Task LeaveAsync(Guid waiter)
        {
            grains._left.TrySetResult(waiter);
            return grains.Leaving();
        }
    }
}
