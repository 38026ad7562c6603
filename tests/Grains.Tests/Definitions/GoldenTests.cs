using Aggregator.Definitions;

namespace Aggregator.Tests.Definitions;

/// <summary>Input and expected outcome of every setting and every error, one file each in <c>Golden/</c>.</summary>
public sealed class GoldenTests
{
    /// <summary>Names the folder in which to write what loading gives now over what is expected; the difference is then for review.</summary>
    private const string AcceptVariable = "GOLDEN_ACCEPT";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Definitions", "Golden");

    public static TheoryData<string> Cases() => new(Directory.GetFiles(Folder, "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order());

    [Theory]
    [MemberData(nameof(Cases))]
    public void Load_GoldenInput_GivesTheExpectedOutcome(string name)
    {
        var golden = GoldenCase.Parse(File.ReadAllText(Path.Combine(Folder, name + ".txt")));
        var actual = OutcomeText.Of(DefinitionLoader.Load(golden.Files, golden.Secrets));
        if (Environment.GetEnvironmentVariable(AcceptVariable) is { } accepting)
        {
            File.WriteAllText(Path.Combine(accepting, name + ".txt"), golden.WithExpected(actual));
            return;
        }

        Assert.Equal(golden.Expected, actual);
    }
}
