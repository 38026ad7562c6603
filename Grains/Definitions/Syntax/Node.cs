namespace Aggregator.Definitions.Syntax;

/// <summary>A value of a file, YAML or JSON alike, that knows where it stands. Immutable: a node that an alias repeats is shared.</summary>
/// <param name="Place">Where it begins; for an aliased node, where it is anchored.</param>
internal abstract record Node(Place Place)
{
    /// <summary>How many nodes it is made of, itself included and aliases expanded.</summary>
    public abstract int Size { get; }

    /// <summary>How many levels of lists and maps it is made of; 0 for a scalar.</summary>
    public abstract int Height { get; }

    /// <summary>What it is, for people.</summary>
    public abstract string Describe();
}
