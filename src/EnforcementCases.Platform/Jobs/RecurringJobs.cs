using EnforcementCases.Domain;

namespace EnforcementCases.Platform.Jobs;

/// <summary>The recurring jobs of all capabilities, by name.</summary>
internal sealed class RecurringJobs(IEnumerable<RecurringJob> jobs)
{
    public static readonly DomainError Unknown = new("jobs.unknown", null, ErrorKind.NotFound, "没有该定时任务");

    public IReadOnlyList<RecurringJob> All { get; } = [.. jobs.OrderBy(j => j.Name, StringComparer.Ordinal)];

    /// <exception cref="DomainException"><see cref="Unknown"/>.</exception>
    public RecurringJob Find(string name) => All.FirstOrDefault(j => j.Name == name) ?? throw Unknown.With($"任务 {name}");
}
