using EnforcementCases.Domain.Cases.Correction;
using EnforcementCases.Domain.Cases.OnTheSpot;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Platform.Pipeline;

namespace EnforcementCases.Api.Cases.Corrections;

/// <summary>An order to correct given before any penalty (责令限期改正通知).</summary>
/// <param name="Id">Identity.</param>
/// <param name="Version">Version, also in the <c>ETag</c>; a re-check sends it as <c>If-Match</c>.</param>
/// <param name="OrganId">The street or town that gave the order.</param>
/// <param name="Number">Number of the notice (文号).</param>
/// <param name="PartyId">The party.</param>
/// <param name="PartyKind">Kind of party.</param>
/// <param name="PartyName">Name of the party at the time of the order.</param>
/// <param name="ViolationCode">Code of the violation.</param>
/// <param name="ViolationName">Name of the violation.</param>
/// <param name="Place">Place of the offence, as printed.</param>
/// <param name="DivisionCode">Division code of the place.</param>
/// <param name="Facts">Facts found.</param>
/// <param name="Requirement">What has to be put right.</param>
/// <param name="OrderedAt">When it was ordered, as stated by the caller.</param>
/// <param name="OrderedOn">Legal date of the order.</param>
/// <param name="DueOn">Last day to put it right, inclusive.</param>
/// <param name="RecheckedAt">When the last re-check was made; null before the first.</param>
/// <param name="Result">Result of the last re-check; null before the first.</param>
/// <param name="UsedByCaseId">The case whose penalty is based on it; null while there is none.</param>
/// <param name="Officers">The officers who ordered.</param>
public sealed record CorrectionOrderView(
    Guid Id,
    int Version,
    Guid OrganId,
    string Number,
    Guid PartyId,
    PartyKind PartyKind,
    string PartyName,
    string ViolationCode,
    string ViolationName,
    string Place,
    string DivisionCode,
    string Facts,
    string Requirement,
    DateTimeOffset OrderedAt,
    DateOnly OrderedOn,
    DateOnly DueOn,
    DateTimeOffset? RecheckedAt,
    RecheckResult? Result,
    Guid? UsedByCaseId,
    IReadOnlyList<OfficerView> Officers
) : IVersioned
{
    /// <summary>Its withdrawal (撤回); null while it holds.</summary>
    public OrderWithdrawalView? Withdrawal { get; init; }

    internal static CorrectionOrderView Of(CorrectionOrder o) =>
        new(
            o.Id,
            o.Version,
            o.OrganId,
            o.Number,
            o.PartyId,
            o.Party.Kind,
            o.Party.Name,
            o.ViolationCode,
            o.ViolationName,
            o.PlaceText,
            o.DivisionCode,
            o.Facts,
            o.Requirement,
            o.OrderedAt,
            o.OrderedOn,
            o.DueOn,
            o.RecheckedAt,
            o.Result,
            o.UsedByCaseId,
            [.. o.Officers.OrderBy(x => x.Place).Select(x => new OfficerView(x.PersonId, x.Name, x.CertificateNumber))]
        )
        {
            Withdrawal = o.WithdrawnAt is { } at
                ? new(
                    o.WithdrawalNumber!,
                    o.WithdrawalGround!.Value,
                    o.WithdrawalReason!,
                    o.WithdrawnBy!.Value,
                    at,
                    o.WithdrawalHandedOverAt!.Value,
                    o.WithdrawalSignature!.Value
                )
                : null,
        };
}

/// <summary>The withdrawal of an order to correct (撤回责令改正).</summary>
/// <param name="Number">Number of its paper.</param>
/// <param name="Ground">Why.</param>
/// <param name="Reason">Facts and reasons.</param>
/// <param name="By">The person who withdrew it.</param>
/// <param name="At">When it was withdrawn, as stated by the caller.</param>
/// <param name="HandedOverAt">When its paper was handed to the party.</param>
/// <param name="Signature">How the party took it.</param>
public sealed record OrderWithdrawalView(
    string Number,
    WithdrawalGround Ground,
    string Reason,
    Guid By,
    DateTimeOffset At,
    DateTimeOffset HandedOverAt,
    PartySignature Signature
);
