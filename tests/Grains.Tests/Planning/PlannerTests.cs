using Aggregator.Planning;
using Aggregator.Tests.Reports;
using CsCheck;

namespace Aggregator.Tests.Planning;

/// <summary>What follows from the names in a definition: who waits for whom, and what cannot be.</summary>
public sealed class PlannerTests
{
    [Fact]
    public void A_source_waits_for_what_its_parts_name_and_the_plan_says_why()
    {
        var plan = Plans.Of(
            """
            report: r
            parameters: { id: {} }
            constants: { limit: 3 }
            sources:
              a: { get: "up:/a/{id}" }
              b: { get: "up:/b/{a.x}{?limit,of}", with: { of: "a.y" } }
              c: { post: "up:/c", safe: true, json: { list: "b[*].z", id: id } }
              d: { get: "up:/d", select: "items[?name == $a.name]", check: "$c != `null`" }
              e: { value: "map(&id, d)" }
            """);

        Assert.Equal([0, 1, 2, 3, 4], plan.Sources.Select(source => source.Stage));
        Assert.Equal("a (with.of, template)", Why(plan, 1));
        Assert.Equal("b (json)", Why(plan, 2));
        Assert.Equal("a (select), c (check)", Why(plan, 3));
        Assert.Equal("d (value)", Why(plan, 4));
    }

    [Fact]
    public void Names_inside_a_projection_are_the_elements_own()
    {
        var plan = Plans.Of("report: r\nsources:\n  a: { get: \"up:/a\" }\n  b: { value: \"a[?b > `1`].{c: c, d: sort_by(d, &e)}\" }\n  c: { value: \"`1`\" }\n");

        Assert.Equal("a (value)", Why(plan, 1));
    }

    [Theory]
    [InlineData("a: { get: \"up:/{custmer.id}\" }\n  customer: { get: \"up:/c\" }", "unknown name `custmer` in template", "`customer`")]
    [InlineData("a: { value: idd }", "unknown name `idd` in value", "`id`")]
    [InlineData("a: { get: \"up:/a\", select: \"items[?x == $idd]\" }", "unknown name `idd` in select", "`id`")]
    [InlineData("a: { get: \"up:/a\", with: { x: y, y: \"`1`\" } }", "unknown name `y` in with.x", null)]
    [InlineData("a: { value: \"keys(@)\" }", "`@` as a value in value", null)]
    [InlineData("a: { value: \"_sources.a\" }", "unknown name `_sources` in value", null)]
    public void An_unknown_name_is_a_problem_with_its_place_and_the_nearest_known_one(string sources, string found, string? near)
    {
        var problem = Assert.Single(Plans.Result($"report: r\nparameters: {{ id: {{}} }}\nsources:\n  {sources}\nresult: a\n").Problems);

        Assert.Equal(found, problem.Found);
        Assert.Equal("report.yaml", problem.Place.File);
        if (near is not null) Assert.Contains(near, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_name_in_a_shape_is_told_at_its_own_leaf()
    {
        var result = Plans.Result(
            """
            report: r
            sources:
              a: { post: "up:/a", safe: true, json: { x: y } }
            result:
              b: a
              c:
                - a
                - d
            """);

        Assert.Equal(["report.yaml:3:46", "report.yaml:8:7"], result.Problems.Select(problem => problem.Place.ToString()));
    }

    [Fact]
    public void Every_unknown_name_is_told_at_once()
    {
        var result = Plans.Result("report: r\nsources:\n  a: { get: \"up:/{x}/{y}\" }\n  b: { value: z }\nresult: w\n");

        Assert.Equal(4, result.Problems.Length);
    }

    [Theory]
    [InlineData("a: { value: a }", "a needs a")]
    [InlineData("a: { value: b }\n  b: { value: c }\n  c: { get: \"up:/{b}\" }", "b needs c needs b")]
    public void A_cycle_is_a_problem_that_names_it(string sources, string cycle)
    {
        var problem = Assert.Single(Plans.Result($"report: r\nsources:\n  {sources}\n").Problems);

        Assert.Equal($"a cycle of sources: {cycle}", problem.Found);
    }

    [Fact]
    public void Every_cycle_is_told_at_once_and_what_is_behind_one_is_not_blamed()
    {
        var result = Plans.Result("report: r\nsources:\n  a: { value: b }\n  b: { value: a }\n  c: { value: \"[d, a]\" }\n  d: { value: c }\n  e: { value: \"[a, f]\" }\n  f: { value: d }\n");

        Assert.Equal(["a cycle of sources: a needs b needs a", "a cycle of sources: c needs d needs c"], result.Problems.Select(problem => problem.Found));
    }

    [Fact]
    public void For_any_acyclic_definition_each_source_runs_after_what_it_names_and_no_later_than_it_must()
    {
        var edges = from count in Gen.Int[1, 12]
                    from needs in Gen.Bool.Array[count * count]
                    from order in Gen.Shuffle(Enumerable.Range(0, count).ToArray())
                    select (count, needs, order);
        edges.Sample(graph =>
        {
            var (count, needs, order) = graph;
            bool Needs(int a, int b) => Array.IndexOf(order, b) < Array.IndexOf(order, a) && needs[(a * count) + b];
            var sources = Enumerable.Range(0, count).Select(i =>
                $"  s{i}: {{ value: \"[{string.Join(", ", Enumerable.Range(0, count).Where(j => Needs(i, j)).Select(j => $"s{j}").Append("`0`"))}]\" }}\n");
            var plan = Plans.Of("report: r\nsources:\n" + string.Concat(sources));

            var position = plan.Order.Select((source, at) => (source, at)).ToDictionary(pair => pair.source, pair => pair.at);
            return position.Count == count && Enumerable.Range(0, count).All(i =>
                plan.Sources[i].Needs.Select(need => need.Source).SequenceEqual(Enumerable.Range(0, count).Where(j => Needs(i, j)))
                && plan.Sources[i].Needs.All(need => position[need.Source] < position[i])
                && plan.Sources[i].Stage == plan.Sources[i].Needs.Select(need => plan.Sources[need.Source].Stage + 1).DefaultIfEmpty(0).Max());
        }, iter: 300, seed: "0000000000001");
    }

    [Fact]
    public void The_hash_follows_the_definition_and_its_upstreams()
    {
        const string Report = "report: r\nsources:\n  a: { get: \"up:/a\" }\n";

        Assert.Equal(Plans.Of(Report).Hash, Plans.Of("# a remark\n" + Report).Hash);
        Assert.NotEqual(Plans.Of(Report).Hash, Plans.Of(Report.Replace("/a", "/b", StringComparison.Ordinal)).Hash);
        Assert.NotEqual(Plans.Of(Report).Hash, Plans.Of(Report, "retry: 1").Hash);
    }

    [Fact]
    public void The_critical_path_is_the_chain_that_may_take_longest()
    {
        var plan = Plans.Of(
            """
            report: r
            sources:
              a: { get: "up:/a", within: 1s }
              b: { get: "up:/b/{a}", within: 1s }
              c: { get: "up:/c", within: 1500ms }
              d: { value: "[b, c]" }
            """,
            "timeout: 5s, retry: 0");

        var path = CriticalPath.Of(plan);
        Assert.Equal(["a", "b"], path.Sources.Select(source => source.Definition.Name));
        Assert.Equal(TimeSpan.FromSeconds(2), path.Longest);
    }

    private static string Why(ReportPlan plan, int source) =>
        string.Join(", ", plan.Sources[source].Needs.Select(need => $"{need.Name} ({string.Join(", ", need.Reasons)})"));
}
