namespace Aggregator.Definitions.Syntax;

/// <summary>What a scalar is by the core schema (YAML 1.2.2 §10.3), which is also what JSON has.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    String,
}
