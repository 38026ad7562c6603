namespace Aggregator.Catalog;

/// <summary>Is told of purges as they happen.</summary>
[Alias("generations-observer")]
public interface IGenerationsObserver : IGrainObserver
{
    /// <summary>Says which purges there have been. The answer means that they are in force in the process of the observer.</summary>
    /// <param name="generations">All purges.</param>
    [Alias("purged")]
    Task PurgedAsync(Generations generations);
}
