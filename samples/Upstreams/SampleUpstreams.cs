namespace Aggregator.Samples;

/// <summary>The APIs that the sample reports call.</summary>
public sealed class SampleUpstreams;
