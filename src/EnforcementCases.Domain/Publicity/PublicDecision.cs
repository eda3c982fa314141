using EnforcementCases.Domain.Cases;
using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;

namespace EnforcementCases.Domain.Publicity;

/// <summary>What the public copy of a decision is made from, in clear; it stays in memory.</summary>
public sealed record PublicDecision
{
    /// <summary>The case.</summary>
    public required EnforcementCase Case { get; init; }

    /// <summary>Number of the decision.</summary>
    public required string Number { get; init; }

    /// <summary>Legal date of the decision.</summary>
    public required DateOnly DecidedOn { get; init; }

    /// <summary>Name of the organ.</summary>
    public required string Organ { get; init; }

    /// <summary>The provision that was applied.</summary>
    public required ViolationVersion Violation { get; init; }

    /// <summary>Kinds and amounts of the penalty; empty if none was imposed.</summary>
    public required IReadOnlyList<PenaltyItem> Penalties { get; init; }

    /// <summary>The facts as the decision states them (认定的违法事实).</summary>
    public required string Facts { get; init; }

    /// <summary>Orders beside the penalty, in words (责令事项); null if none.</summary>
    public string? Orders { get; init; }

    /// <summary>Number of the party's document; null if it has none.</summary>
    public string? PartyNumber { get; init; }

    /// <summary>Address of the party; null if none is known.</summary>
    public string? PartyAddress { get; init; }

    /// <summary>Telephone of the party; null if none is known.</summary>
    public string? PartyPhone { get; init; }

    /// <summary>Other natural persons named in the file.</summary>
    public IReadOnlyList<LinkedPerson> Persons { get; init; } = [];

    /// <summary>What was decided; a decision on the spot is a penalty.</summary>
    public required CaseOutcome Outcome { get; init; }
}

/// <summary>Makes the masked copy of a decision (生成公示文本).</summary>
public static class PublicDecisions
{
    /// <summary>The copy of a decision. A decision on the spot is shown in summary: number, party, offence, basis, result.</summary>
    /// <param name="answers">What the clerk answered: texts to hide beside, keys to hide and to show.</param>
    public static DraftCopy Draft(this PublicDecision decision, MaskContext answers)
    {
        var party = decision.Case.Party;
        var context = ContextOf(decision, answers);
        var isSummary = decision.Case.Procedure is CaseProcedure.Simple;
        var findings = new List<MaskFinding>();
        var copy = new PublicCopy
        {
            Number = decision.Number,
            Organ = decision.Organ,
            DecidedOn = decision.DecidedOn,
            Decision = KindOf(decision),
            PartyKind = party.Kind,
            PartyName = Shown(party),
            PartyCode = party.Document is IdentityDocument.CreditCode ? decision.PartyNumber : null,
            Offence = decision.Case.ViolationName,
            Place = isSummary ? null : Masked(decision.Case.Place.Text),
            Facts = isSummary ? null : Masked(decision.Facts),
            Basis = [decision.Violation.Violated.ToString(), decision.Violation.Threatened.ToString()],
            Result = Masked(ResultOf(decision)),
            MaskRules = MaskContext.RulesVersion,
        };
        return new(
            copy,
            [.. findings.DistinctBy(f => f.Key, StringComparer.Ordinal)],
            [
                .. new[] { copy.Place, copy.Facts, copy.Result }
                    .OfType<string>()
                    .SelectMany(t => TextMask.LeaksIn(t, context))
                    .Where(f => f.IsHidden),
            ]
        );

        string Masked(string text)
        {
            var masked = TextMask.Apply(text, context);
            findings.AddRange(masked.Findings);
            return masked.Text;
        }
    }

    /// <summary>Name of a party as it is shown: trade names and organisations in full.</summary>
    public static string Shown(PartySnapshot party) => IsPersonalName(party) ? PublicName.Of(party.Name) : party.Name;

    /// <summary>Why the program withholds a decision at once: its party is a minor; null if not. 未成年人保护法 第一百零三条.</summary>
    public static WithholdingGround? WithheldByLaw(PartySnapshot party, CaseOutcome? outcome) =>
        party.AgeAtOffence < PartyAge.AdultFrom || outcome is CaseOutcome.NoPenaltyUnderAge ? WithholdingGround.Minor
        : outcome is CaseOutcome.NoPenaltyIncapacity ? WithholdingGround.Privacy // the outcome itself shows the party's health
        : null;

    /// <summary>Refuses to publish a decision on a natural person who was not shown to be of age.</summary>
    /// <param name="adultBecause">How the clerk found that the party is of age; null if the file shows it.</param>
    /// <exception cref="DomainException"><see cref="PublicityErrors.Minor"/> or <see cref="PublicityErrors.AgeUnknown"/>.</exception>
    public static void EnsureAdult(PartySnapshot party, string? adultBecause)
    {
        if (party.AgeAtOffence < PartyAge.AdultFrom)
            throw PublicityErrors.Minor.With($"行为时 {party.AgeAtOffence} 周岁", "只计入统计");
        if (party is { Kind: PartyKind.Citizen, AgeAtOffence: null } && string.IsNullOrWhiteSpace(adultBecause))
            throw PublicityErrors.AgeUnknown.With("当事人的证件不载明出生日期", "核实后在 adultBecause 中写明如何核实").At("/adultBecause");
    }

    private static bool IsPersonalName(PartySnapshot party) =>
        party.Kind switch
        {
            PartyKind.Citizen => true,
            PartyKind.IndividualBusiness => party.Name == party.Representative || party.Name.Length <= PublicName.LongestOfPerson,
            PartyKind.LegalPerson or PartyKind.OtherOrganisation => false,
        };

    private static MaskContext ContextOf(PublicDecision decision, MaskContext answers)
    {
        var party = decision.Case.Party;
        var isCode = party.Document is IdentityDocument.CreditCode;
        List<LinkedPerson> persons = [.. decision.Persons];
        if (IsPersonalName(party))
            persons.Add(new(party.Name, LinkedAs.Party));
        if (party.Representative is { } representative) // of an organisation too: its name is public, that of a person is not
            persons.Add(new(representative, LinkedAs.Party));
        string?[] known =
        [
            decision.Organ,
            decision.Number,
            IsPersonalName(party) ? null : party.Name,
            isCode ? decision.PartyNumber : null,
        ];
        string?[] numbers = [isCode ? null : decision.PartyNumber, decision.PartyPhone];
        return answers with
        {
            Persons = persons,
            Public = [.. known.OfType<string>(), .. answers.Public],
            Numbers = [.. numbers.OfType<string>()],
            HomeAddresses = party.Kind is PartyKind.Citizen && decision.PartyAddress is { } home ? [home] : [],
        };
    }

    private static string KindOf(PublicDecision decision) =>
        decision.Outcome is CaseOutcome.OrderAlone ? "责令决定"
        : decision.Outcome is not CaseOutcome.Penalty ? "不予行政处罚决定"
        : decision.Case.Procedure is CaseProcedure.Simple ? "行政处罚决定（简易程序）"
        : "行政处罚决定";

    private static string ResultOf(PublicDecision decision)
    {
        var result = decision.Penalties.Count > 0 ? PenaltyItems.InWords(decision.Penalties) : decision.Outcome.Term();
        return decision.Orders is { Length: > 0 } orders ? $"{result}；{orders}" : result;
    }
}
