using EnforcementCases.Platform.Access;
using static EnforcementCases.Domain.Access.Role;
using static EnforcementCases.Platform.Access.Rights;

namespace EnforcementCases.Api.Access;

/// <summary>Who may do what in sign-in, sessions, organisations and accounts: one line per operation.</summary>
internal static class AccessRights
{
    public static IEnumerable<Right> Rows =>
        [
            Open("SignIn", "登录"),
            Open("RefreshSession", "续期"),
            Open("AnswerChallenge", "登录第二步"),
            Open("StartExternalSignIn", "发起统一身份认证登录"),
            Open("SignInExternally", "统一身份认证登录"),
            SignedInAtAll("ReadSession", "查看当前登录"),
            SignedInAtAll("SignOut", "退出"),
            SignedInAtAll("ChangePassword", "修改口令"),
            SignedIn("SetSecondFactor", "绑定动态口令"),
            SignedIn("ConfirmSecondFactor", "确认绑定动态口令"),
            StepUp(SignedIn("ReplaceRecoveryCodes", "更换恢复码")),
            SignedIn("StepUp", "二次验证"),
            SignedIn("ListSessions", "查看本人登录"),
            SignedIn("EndSession", "结束本人的一次登录"),
            SignedIn("EndOtherSessions", "结束本人的其他登录"),
            SignedIn("ReadRights", "查看权限表"),
            SignedIn("ReadRoleExclusions", "查看不相容岗位表"),
            Read("ListSecurityEvents", "查阅安全日志", Auditor),
            Administer("ListOrganisations", "查看机构", Administrator),
            Administer("ReadOrganisation", "查看机构", Administrator),
            Administer("FoundOrganisation", "设立机构", Administrator),
            StepUp(Administer("ChangeOrganisationProfile", "变更机构信息", Administrator)),
            StepUp(Administer("ChangeSeal", "变更印章图样", Administrator)),
            SignedIn("ListGuardedChanges", "查看待确认的变更"),
            SignedIn("ConfirmGuardedChange", "确认变更"),
            SignedIn("RefuseGuardedChange", "否决、撤回变更"),
            BySystem("ApplyDueChange", "变更到期生效"),
            Administer("ListAccounts", "查看账号", Administrator),
            Administer("ReadAccount", "查看账号", Administrator),
            StepUp(Administer("CreateAccount", "开通账号", Administrator)),
            StepUp(Administer("ReplaceRoles", "调整岗位", Administrator)),
            StepUp(Administer("ResetPassword", "重置口令", Administrator)),
            StepUp(Administer("UnlockAccount", "解锁账号", Administrator)),
            StepUp(Administer("DisableAccount", "停用账号", Administrator)),
            StepUp(Administer("ResetSecondFactor", "解除动态口令绑定", Administrator)),
            StepUp(Administer("LinkExternalIdentity", "关联统一身份", Administrator)),
            Administer("ListAccountSessions", "查看账号的登录", Administrator),
            Administer("EndAccountSession", "结束账号的一次登录", Administrator),
            Administer("EndAccountSessions", "结束账号的全部登录", Administrator),
            BySystem("MoveTransferredAccounts", "随人员调动转移账号"),
            BySystem("RemoveExpiredSecurityEvents", "清理超过保存期限的安全日志"),
            BySystem("FoundDemoOrganisations", "建立演示机构和账号"),
            BySystem("FoundInstallation", "建立首个机构和管理员"),
        ];
}
