using EnforcementCases.Api.Access.Sessions;
using EnforcementCases.Domain;
using EnforcementCases.Persistence;
using EnforcementCases.Persistence.Access;
using EnforcementCases.Platform.Access;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace EnforcementCases.Api.Access.External;

/// <summary>Signs in with the code that the external authority returned (统一身份认证登录). If the account has a second factor and the authority is not trusted with it, the answer
/// is a challenge, as after a password.</summary>
/// <param name="Ticket">The ticket returned by <c>/session/oidc/start</c>.</param>
/// <param name="Code">The returned parameter <c>code</c>.</param>
/// <param name="State">The returned parameter <c>state</c>.</param>
/// <param name="Device">Name of the client's device, shown in the list of sessions; null for none.</param>
public sealed record SignInExternallyCommand(string Ticket, string Code, string State, string? Device = null) : IRequest<SignInAnswer>;

internal sealed class SignInExternallyValidator : AbstractValidator<SignInExternallyCommand>
{
    public SignInExternallyValidator()
    {
        RuleFor(c => c.Ticket).NotEmpty().MaximumLength(SealedTickets.MaxLength).WithMessage("请提供发起登录时返回的 ticket");
        RuleFor(c => c.Code).NotEmpty().MaximumLength(4_000).WithMessage("请提供返回的 code");
        RuleFor(c => c.State).NotEmpty().MaximumLength(200).WithMessage("请提供返回的 state");
        RuleFor(c => c.Device).MaximumLength(Session.DeviceMaxLength).WithMessage("设备名称不超过 100 字");
    }
}

/// <summary>Runs its own unit of work, because a refused sign-in must still be logged; the authority is called before it.</summary>
internal sealed class SignInExternallyHandler(
    AppDbContext db,
    UnitOfWork unitOfWork,
    ExternalAuthority authority,
    ExternalIdentity identity,
    SealedTickets tickets,
    SessionOpening opening,
    SecurityJournal journal
) : IRequestHandler<SignInExternallyCommand, SignInAnswer>
{
    /// <summary>The same answer for a person who is not linked, a disabled account and an invalid answer of the authority.</summary>
    public static readonly DomainError Refused = new(
        "session.external-sign-in-refused",
        null,
        ErrorKind.Unauthenticated,
        "统一身份认证登录未被接受"
    );

    public async Task<SignInAnswer> Handle(SignInExternallyCommand request, CancellationToken cancellationToken)
    {
        ProvedByAuthority proved;
        try
        {
            var ticket = tickets.Open<ExternalSignInTicket>(request.Ticket, ExternalSignInTicket.Purpose);
            if (ticket is null || ticket.State != request.State)
                throw new NotProvedException(ticket is null ? "ticket" : "state");
            proved = await authority.ProveAsync(ticket, request.Code, cancellationToken);
        }
        catch (NotProvedException not)
        {
            await journal.NoteRefusalAsync(SecurityEventKind.ExternalSignInRefused, not.Message);
            throw Refused.With("请重新登录；仍不成功的，请联系管理员关联统一身份");
        }
        return await unitOfWork.RunAsync(cancel => Judge(request, proved, cancel), beforeSave: null, cancellationToken)
            ?? throw Refused.With("请重新登录；仍不成功的，请联系管理员关联统一身份");
    }

    private async Task<SignInAnswer?> Judge(SignInExternallyCommand request, ProvedByAuthority proved, CancellationToken ct)
    {
        var key = identity.KeyOf(proved.Person);
        var found = await db.Users.IgnoreQueryFilters().Where(a => a.ExternalKey == key).Select(a => a.Id).FirstOrDefaultAsync(ct);
        var account = found == default ? null : await opening.LockAccountAsync(found, ct);
        if (account is null || account.Disabled || account.ExternalKey != key)
        {
            journal.Note(SecurityEventKind.ExternalSignInRefused, account, account is null ? "not linked" : "disabled");
            return null;
        }
        if (!proved.HasSecondFactor)
            return await opening.AfterFirstFactorAsync(account, request.Device, SignInWay.Authority, ct);
        var tokens = await opening.OpenAsync(account, request.Device, SignInWay.Authority, SecondProof.Authority, proved.SignedInAt, ct);
        return SignInAnswer.Of(tokens);
    }
}
