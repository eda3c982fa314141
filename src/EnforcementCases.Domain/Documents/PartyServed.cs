using EnforcementCases.Domain.Parties;

namespace EnforcementCases.Domain.Documents;

/// <summary>The party as the file knows it for service: on whom a document is served, and whom the law puts in his or her place (受送达人). 民事诉讼法 第八十八条.</summary>
public sealed record PartyServed
{
    /// <summary>Kind of party.</summary>
    public required PartyKind Kind { get; init; }

    /// <summary>Name as on the papers.</summary>
    public required string Name { get; init; }

    /// <summary>Legal representative or operator (法定代表人、经营者); null if not entered.</summary>
    public string? Representative { get; init; }

    /// <summary>Age in whole years on the day of the service, as far as the file knows it; null for organisations.</summary>
    public int? Age { get; init; }

    /// <summary>Without capacity (无民事行为能力): found in the case.</summary>
    public bool Incapable { get; init; }

    /// <summary>Agents of record (委托代理人), by their authority on file.</summary>
    public IReadOnlyList<string> Agents { get; init; } = [];

    /// <summary>The receiver that the party named (指定代收人); null if none.</summary>
    public string? NamedReceiver { get; init; }

    /// <summary>The guardian whom the file names (监护人); null if none.</summary>
    public string? Guardian { get; init; }

    /// <summary>Whether the guardian receives in the party's place.</summary>
    internal bool NeedsGuardian => Incapable || Age < 14;

    /// <summary>Whether the party receives itself and the guardian is informed.</summary>
    internal bool IsMinorOfFourteen => !Incapable && Age is >= 14 and < 18;

    /// <summary>The party of a case.</summary>
    /// <param name="committedOn">Day of the offence, for which the age was entered.</param>
    /// <param name="servedOn">Day of the service.</param>
    public static PartyServed Of(PartySnapshot party, DateOnly committedOn, DateOnly servedOn) =>
        new()
        {
            Kind = party.Kind,
            Name = party.Name,
            Representative = party.Representative,
            Age = party.AgeAtOffence + FullYears(committedOn, servedOn),
        };

    /// <summary>Years that have passed for certain: the day of birth itself is not known.</summary>
    private static int FullYears(DateOnly from, DateOnly to) =>
        Math.Max(0, to.Year - from.Year - ((to.Month, to.Day).CompareTo((from.Month, from.Day)) < 0 ? 1 : 0));

    /// <summary>Whether two names are the same person's or body's: blanks, width and case of letters, brackets and dots between names do not count.</summary>
    public static bool IsSame(string? one, string? other) =>
        one is not null && other is not null && string.Equals(Normalised(one), Normalised(other), StringComparison.Ordinal);

    private static string Normalised(string name) =>
        IdentityText
            .Compact(name)
            .Replace('（', '(')
            .Replace('）', ')')
            .Replace("·", "", StringComparison.Ordinal)
            .Replace("•", "", StringComparison.Ordinal);

    /// <summary>Whether the file itself shows that a person of this name has this relation to the party.</summary>
    internal bool Knows(string name, ReceiverRelation relation) =>
        relation switch
        {
            ReceiverRelation.Self => IsSame(name, Name) || (Kind is PartyKind.IndividualBusiness && IsSame(name, Representative)),
            ReceiverRelation.LegalRepresentative or ReceiverRelation.Head => IsSame(name, Representative),
            ReceiverRelation.Agent => Agents.Any(agent => IsSame(name, agent)),
            ReceiverRelation.NamedReceiver => IsSame(name, NamedReceiver),
            ReceiverRelation.Guardian => IsSame(name, Guardian),
            ReceiverRelation.AdultFamilyMemberLivingTogether or ReceiverRelation.MailClerk => false,
        };
}
