using System.Collections.Frozen;
using Aggregator.Tests.HttpCaching.Suite;
using Aggregator.Tests.Nodes;
using Aggregator.Tests.Processes;

namespace Aggregator.Tests.PublicCacheTests;

/// <summary>
/// The public cache tests against a node that relays to their own origin. They run by the clock, on a machine that may be busy: what surprises
/// is run once more by itself, and counts when it surprises again.
/// </summary>
public sealed class RelayedCacheTests : IAsyncLifetime
{
    /// <summary>Surrogate-Control is no standard; these tests pass by accident or not at all.</summary>
    private static readonly FrozenSet<string> Surrogate = FrozenSet.Create<string>();

    private readonly TemporaryFolder _folder = new();
    private CacheTestOrigin? _origin;
    private StartedNode? _node;

    private string Cache => $"{_node?.Client.BaseAddress?.GetLeftPart(UriPartial.Authority)}/relay/origin";

    public async ValueTask InitializeAsync()
    {
        _origin = await CacheTestOrigin.StartAsync();
        _folder.With("upstreams.yaml", $$"""
            upstreams:
              origin:
                url: "{{_origin.Address.GetLeftPart(UriPartial.Authority)}}"
                relay: { methods: any }
                retry: 0
                concurrency: 256
            """).With("report.yaml", "report: none\nsources:\n  one: { value: \"`1`\" }\n");
        _node = await StartedNode.StartAsync(_folder.Path);
        await _node.WaitUntilReadyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_node is { } node) await node.DisposeAsync();
        if (_origin is { } origin) await origin.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Every_test_is_met_but_those_named()
    {
        var outcomes = new Dictionary<string, CacheTestOutcome>(await CacheTestRun.RunAsync(Cache));
        if (Surprises(outcomes).Select(surprise => surprise.Key).ToList() is { Count: > 0 } again)
        {
            foreach (var (id, outcome) in await CacheTestRun.RunAsync(Cache, again)) outcomes[id] = outcome;
        }

        var surprises = Surprises(outcomes).Select(surprise => $"{surprise.Key}: {surprise.Value.Fault ?? "met, though named as unmet"}").ToList();
        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
        Assert.Equal((165, 141), Count(outcomes, "required"));
        Assert.Equal((95, 79), Count(outcomes, "optimal"));
        Assert.Equal(90, Count(outcomes, "check").All);
    }

    [Fact]
    public void Every_test_that_is_not_met_is_explained()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "http-cache-tests.md"));

        Assert.All(SuiteUnmet.Ids.Concat(Surrogate), id => Assert.Contains($"`{id}`", page, StringComparison.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, CacheTestOutcome>> Surprises(IReadOnlyDictionary<string, CacheTestOutcome> outcomes) =>
        outcomes.Where(outcome => (outcome.Value.Fault is not null) != (SuiteUnmet.Ids.Contains(outcome.Key) || Surrogate.Contains(outcome.Key)));

    private static (int All, int Met) Count(IReadOnlyDictionary<string, CacheTestOutcome> outcomes, string kind)
    {
        var ofKind = outcomes.Values.Where(outcome => outcome.Kind == kind).ToList();
        return (ofKind.Count, ofKind.Count(outcome => outcome.Fault is null));
    }
}
