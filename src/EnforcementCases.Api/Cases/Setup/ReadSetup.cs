using EnforcementCases.Domain;
using EnforcementCases.Platform.Access;
using MediatR;

namespace EnforcementCases.Api.Cases.Setup;

/// <summary>Shows what is missing before an organisation can decide its first case (启用检查): each step with what was found and which call comes next.</summary>
/// <param name="OrganisationId">The street or town, or an organisation above, whose streets and towns are then counted; default: the caller's own.</param>
public sealed record ReadSetupQuery(Guid? OrganisationId = null) : IRequest<SetupView>;

/// <summary>What is set up, and what is missing.</summary>
/// <param name="OrganisationId">The organisation: the street or town in whose name the caller's unit acts, or the one above streets.</param>
/// <param name="OrganisationName">Its name.</param>
/// <param name="CanDecide">Whether every step that a first decision on the spot needs is done.</param>
/// <param name="Steps">The steps in the order in which they are done.</param>
public sealed record SetupView(Guid OrganisationId, string OrganisationName, bool CanDecide, IReadOnlyList<SetupStep> Steps);

/// <summary>A step on the way to the first decision.</summary>
/// <param name="Part">What it sets up.</param>
/// <param name="State">Whether it is done.</param>
/// <param name="Needed">Whether a first decision on the spot needs it.</param>
/// <param name="Found">What was found, in the requested language.</param>
/// <param name="Missing">Names of what is missing: members, keys or years; empty if done.</param>
/// <param name="Next">What to call or set next; null if it is done.</param>
public sealed record SetupStep(SetupPart Part, SetupState State, bool Needed, Sentence Found, IReadOnlyList<string> Missing, string? Next);

/// <summary>What a step sets up.</summary>
public enum SetupPart
{
    /// <summary>机构: a street or town, founded below the first organisation.</summary>
    [Term("机构")]
    Organisation,

    /// <summary>机构信息: what decisions print and numbers use, with the telephone.</summary>
    [Term("机构信息")]
    Profile,

    /// <summary>执法人员: two officers with a period of service and a certificate valid today.</summary>
    [Term("执法人员")]
    Officers,

    /// <summary>账号: an account of an officer, and one of a head.</summary>
    [Term("账号")]
    Accounts,

    /// <summary>目录管理员: two persons who change the catalogue together.</summary>
    [Term("目录管理员")]
    Clerks,

    /// <summary>承接事项: matters that the organ has adopted, in force today.</summary>
    [Term("承接事项")]
    Adoptions,

    /// <summary>工作日历: the calendar of this year, and from November on of the next.</summary>
    [Term("工作日历")]
    Calendar,

    /// <summary>因地参数: local values that a second person has confirmed.</summary>
    [Term("因地参数")]
    Parameters,

    /// <summary>公众访问地址: the address printed in the codes of papers.</summary>
    [Term("公众访问地址")]
    PublicAddress,

    /// <summary>密钥: a copy of the keys, kept apart from the data.</summary>
    [Term("密钥")]
    Keys,

    /// <summary>备份: a backup that was restored once for trial.</summary>
    [Term("备份")]
    Backup,
}

/// <summary>Whether a step is done.</summary>
public enum SetupState
{
    /// <summary>已完成.</summary>
    [Term("已完成")]
    Done,

    /// <summary>未完成.</summary>
    [Term("未完成")]
    Missing,

    /// <summary>请自行核对: the program cannot see whether it is done.</summary>
    [Term("请自行核对")]
    CheckYourself,
}

internal sealed class ReadSetupHandler(SetupReader setup, OrganisationReader organisations, CurrentUser user)
    : IRequestHandler<ReadSetupQuery, SetupView>
{
    public async Task<SetupView> Handle(ReadSetupQuery request, CancellationToken cancellationToken)
    {
        var named = await organisations.ReadAsync(request.OrganisationId ?? user.OrganId, cancellationToken);
        var organ = named.OrganId is { } id && id != named.Id ? await organisations.ReadAsync(id, cancellationToken) : named;
        var steps = await setup.StepsAsync(organ, cancellationToken);
        return new(organ.Id, organ.Name, steps.All(s => !s.Needed || s.State is SetupState.Done), steps);
    }
}
