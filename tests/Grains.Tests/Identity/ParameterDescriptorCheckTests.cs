using System.Collections.Immutable;
using Aggregator.Identity;

namespace Aggregator.Tests.Identity;

/// <summary>What a definition's author is told of a parameter that contradicts itself.</summary>
public sealed class ParameterDescriptorCheckTests
{
    public static TheoryData<string, ParameterDescriptor> Faulty() => new()
    {
        { "pattern", new() { Name = "p", Pattern = "(" } },
        { "pattern", new() { Name = "p", Pattern = "(?=a)b" } },
        { "pattern", new() { Name = "p", Pattern = @"(a)\1" } },
        { "format", new() { Name = "p", Format = "dat" } },
        { "minLength", new() { Name = "p", Type = ParameterType.Integer, MinLength = 1 } },
        { "maxLength", new() { Name = "p", Type = ParameterType.Boolean, MaxLength = 1 } },
        { "minimum", new() { Name = "p", Minimum = 1 } },
        { "maxItems", new() { Name = "p", MaxItems = 1 } },
        { "items", new() { Name = "p", Items = new() { Name = "p" } } },
        { "enum", new() { Name = "p", Type = ParameterType.Array, Enum = ["1"] } },
        { "minimum", new() { Name = "p", Type = ParameterType.Number, Minimum = 2, Maximum = 1.5m } },
        { "minLength", new() { Name = "p", MinLength = 2, MaxLength = 1 } },
        { "minLength", new() { Name = "p", MinLength = -1 } },
        { "maxItems", new() { Name = "p", Type = ParameterType.Array, MaxItems = -1 } },
        { "required", new() { Name = "p", Required = true, Default = "\"a\"" } },
        { "claim", new() { Name = "p", Claim = "" } },
        { "default", new() { Name = "p", Type = ParameterType.Integer, Default = "\"5\"" } },
        { "default", new() { Name = "p", Default = "\"\\ud800\"" } },
        { "default", new() { Name = "p", Enum = ["\"a\""], Default = "\"b\"" } },
        { "default", new() { Name = "p", Type = ParameterType.Integer, ClockDefault = new(ClockReading.Today, "UTC") } },
        { "default.zone", new() { Name = "p", ClockDefault = new(ClockReading.Today, "Europe/Atlantis") } },
        { "default.clock", new() { Name = "p", Format = "date", ClockDefault = new(ClockReading.Now, "UTC") } },
        { "example", new() { Name = "p", Type = ParameterType.Integer, Maximum = 3, Example = "4" } },
        { "enum.1", new() { Name = "p", Type = ParameterType.Integer, Enum = ["1", "\"2\""] } },
        { "items.type", new() { Name = "p", Type = ParameterType.Array, Items = new() { Name = "p", Type = ParameterType.Array } } },
        { "items.minimum", new() { Name = "p", Type = ParameterType.Array, Items = new() { Name = "p", Minimum = 1 } } },
        { "items.required", new() { Name = "p", Type = ParameterType.Array, Items = new() { Name = "p", Required = true } } },
        { "items.enum.0", new() { Name = "p", Type = ParameterType.Array, Items = new() { Name = "p", Enum = ["1"] } } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Check_Contradiction_IsNamedByItsKey(string key, ParameterDescriptor descriptor)
    {
        var problem = Assert.Single(ParameterDescriptorCheck.Check(descriptor));
        Assert.Equal(key, problem.Key);
        Assert.NotEmpty(problem.Found);
        Assert.NotEmpty(problem.Expected);
    }

    [Fact]
    public void Check_SoundDeclarations_AreBindable()
    {
        ImmutableArray<ParameterDescriptor> sound =
        [
            new() { Name = "id", Type = ParameterType.Integer, Minimum = 1, Required = true, Example = "7" },
            new() { Name = "day", Format = "date", ClockDefault = new(ClockReading.Yesterday, "Europe/Prague") },
            new() { Name = "list", Type = ParameterType.Array, Items = new() { Name = "list", Enum = ["\"S\"", "\"M\""] }, Default = "[]" },
            new() { Name = "tags", Type = ParameterType.Array },
            new() { Name = "tenant", Claim = "tid", Required = true },
        ];
        Assert.All(sound, descriptor => Assert.Empty(ParameterDescriptorCheck.Check(descriptor)));
        Assert.NotNull(new ParameterBinder(sound));
    }

    [Fact]
    public void Check_UnknownFormat_NamesTheNearest()
    {
        var problem = Assert.Single(ParameterDescriptorCheck.Check(new() { Name = "p", Format = "e-mail" }));
        Assert.Contains("did you mean 'email'?", problem.Expected);
    }
}
