using EnforcementCases.Domain.Documents;
using EnforcementCases.Domain.Law;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Cases.Ordinary;

/// <summary>The adult who is present at an act for a minor (到场的监护人或者其他合适成年人).</summary>
/// <param name="Name">Name.</param>
/// <param name="Tie">Tie to the minor, <c>父亲</c>, <c>班主任</c>.</param>
/// <param name="GuardianAbsentBecause">Why the guardian is not present; required if the adult is not the guardian, otherwise null.</param>
public sealed record AdultPresent(string Name, string Tie, string? GuardianAbsentBecause = null);

/// <summary>The guardian of a party in the procedure (监护人). 行政处罚法 第三十条、第三十一条; 民法典 第二十三条、第二十七条; 未成年人保护法 第一百一十条, by analogy.</summary>
public static class Guardianship
{
    /// <summary>Below this age an adult is present for the party, in full years (未满十八周岁).</summary>
    public const int AdultFrom = PartyAge.AdultFrom;

    /// <summary>A minor was questioned or educated alone.</summary>
    public static readonly DomainError NotPresent = new(
        "minor.guardian-not-present",
        "MINOR-PRESENT",
        ErrorKind.RuleBroken,
        "询问、教育未成年人，应当通知其监护人到场；监护人不能到场的，通知其他合适成年人到场并注明原因",
        MinorsProtectionLaw.At("第一百一十条")
    );

    /// <summary>The file does not name the guardian of a minor.</summary>
    public static readonly DomainError Unknown = new(
        "minor.guardian-unknown",
        "MINOR-GUARDIAN",
        ErrorKind.RuleBroken,
        "当事人是未成年人的，应当核实其监护人，由监护人参加处罚程序",
        CivilCode.At("第二十三条")
    );

    /// <summary>Another guardian than the one whom the file names.</summary>
    public static readonly DomainError Another = new(
        "minor.another-guardian",
        "MINOR-GUARDIAN",
        ErrorKind.RuleBroken,
        "写明的监护人与案卷中核实的监护人不一致",
        CivilCode.At("第二十七条")
    );

    /// <summary>Somebody is named guardian who cannot be it: the party itself, or that of a party who is no natural person.</summary>
    public static readonly DomainError NotPossible = new(
        "minor.guardian-not-possible",
        "MINOR-GUARDIAN",
        ErrorKind.RuleBroken,
        "监护人应当是自然人当事人以外的人",
        CivilCode.At("第二十七条")
    );

    /// <summary>Refuses somebody who cannot be the guardian of a party.</summary>
    /// <exception cref="DomainException"><see cref="NotPossible"/>.</exception>
    public static void EnsurePossible(Guardian guardian, PartySnapshot party)
    {
        if (party.Kind is not (PartyKind.Citizen or PartyKind.IndividualBusiness))
            throw NotPossible.With("当事人不是自然人").At("/guardian");
        if (PartyServed.IsSame(guardian.Name, party.Name))
            throw NotPossible.With($"监护人与当事人同为“{party.Name}”").At("/guardian/name");
    }

    /// <summary>Refuses another guardian than the one on file.</summary>
    /// <param name="known">The guardian whom the file names; null if none.</param>
    /// <exception cref="DomainException"><see cref="Another"/>.</exception>
    public static void EnsureSame(string named, Guardian? known, string pointer)
    {
        if (known is not null && !PartyServed.IsSame(named, known.Name))
            throw Another.With($"写明的监护人为“{named}”，案卷中为“{known.Name}”", "监护人变更的，重新核实监护人").At(pointer);
    }

    /// <summary>Refuses an act with a minor at which no adult is present for the minor.</summary>
    /// <param name="age">Age of the minor in full years; null if unknown or no natural person.</param>
    /// <param name="minor">Name of the minor.</param>
    /// <param name="known">The guardian whom the file names; null if none.</param>
    /// <exception cref="DomainException"><see cref="NotPresent"/>.</exception>
    public static void EnsurePresent(AdultPresent? adult, int? age, string minor, Guardian? known)
    {
        if (!(age < AdultFrom))
            return;
        if (adult is null)
            throw NotPresent.With($"被询问、教育的人 {age} 周岁，没有监护人或者其他合适成年人到场", "写明到场的监护人").At("/adultPresent");
        if (PartyServed.IsSame(adult.Name, minor))
            throw NotPresent.With("到场的成年人与未成年人是同一人").At("/adultPresent/name");
        if (known is not null && !PartyServed.IsSame(adult.Name, known.Name) && !adult.GuardianAbsentBecause.IsGiven())
            throw NotPresent
                .With($"到场的是“{adult.Name}”，监护人“{known.Name}”没有到场，也没有注明原因", "注明监护人不能到场的原因")
                .At("/adultPresent/guardianAbsentBecause");
    }
}

/// <summary>The guardian as the acts left it: identified by its own act, or named in a proposal.</summary>
public sealed class GuardianOnFile
{
    private readonly OrdinaryFile file;

    internal GuardianOnFile(OrdinaryFile file) => this.file = file;

    /// <summary>The guardian who was identified last; null if none was.</summary>
    public Guardian? Identified { get; private set; }

    /// <summary>The guardian as the file knows it now: identified, or otherwise named in the proposal or decision. Null if none.</summary>
    public Guardian? Known => Identified ?? (file.Deciding.Proposal ?? file.Deciding.Decision ?? file.Deciding.NoPenalty)?.Guardian;

    internal void Apply(IdentifyGuardian identified) => Identified = identified.Guardian;

    /// <summary>The guardian of one party is not that of another.</summary>
    internal void Forget() => Identified = null;
}
