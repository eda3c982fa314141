namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>What an act rests on: acts, papers and days on file that are not later than it.</summary>
/// <param name="Name">Name, <c>NoticeServed</c>.</param>
/// <param name="Of">The days, as the file has them before the act; none where nothing of the kind is on file.</param>
/// <param name="Error">The refusal, where the law has one of its own; null for <see cref="OrderOfActs.BeforeItsGround"/>.</param>
public sealed record Ground(string Name, Func<OrdinaryFile, ActBody, ActContext, IEnumerable<Rest>> Of, DomainError? Error = null)
{
    /// <summary>A ground that does not depend on the content of the act.</summary>
    public Ground(string name, Func<OrdinaryFile, Dated?> of, DomainError? error = null)
        : this(name, (file, _, _) => of(file) is { } on ? [new(on)] : [], error) { }
}

/// <summary>That something rests on something.</summary>
/// <param name="On">What it rests on.</param>
/// <param name="What">What rests on it; null for the act itself.</param>
public readonly record struct Rest(Dated On, Dated? What = null);
