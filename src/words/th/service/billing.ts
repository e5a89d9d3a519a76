import { TOKENS_URL } from '../../links.ts';

function firstOf(orgs: readonly string[]): string {
  const shown = orgs.slice(0, 5).join(', ');
  return orgs.length > 5 ? `${shown} และอีก ${orgs.length - 5} องค์กร` : shown;
}

/** Who pays: an organisation of the account instead of the account itself. */
export const billingProblems = {
  'not-in-org': ({ org, account, orgs }: { org: string; account: string; orgs: readonly string[] }) => ({
    message: `บัญชี ${account} ไม่ได้อยู่ในองค์กร "${org}"`,
    hint:
      orgs.length === 0 ? 'บัญชีนี้​ไม่ได้อยู่​ในองค์กรใด จึงไม่ต้องใช้ --bill-to' : `บัญชีนี้อยู่ใน ${firstOf(orgs)}: --bill-to ${orgs[0]}`,
  }),
};

export const billingNotes = {
  /** `orgs`: those of them that have a name. */
  'billed-to-orgs': ({ orgs: [first, ...others] }: { orgs: readonly string[] }) =>
    first === undefined
      ? 'โทเค็นนี้เรียกใช้ Inference Providers ได้เฉพาะ​เมื่อเรียกเก็บเงิน​จากองค์กร: openclaw onboard --bill-to <org>'
      : `โทเค็นนี้เรียกใช้ Inference Providers ได้เฉพาะ​เมื่อเรียกเก็บเงินจาก ${firstOf([first, ...others])}: openclaw onboard --bill-to ${first}`,
  'org-not-granted': ({ org }: { org: string }) =>
    `โทเค็นนี้ไม่มีสิทธิ์​เรียกใช้ Inference Providers ในนามของ ${org} คำขอ​จึงจะถูกปฏิเสธ (403)  เปิดสิทธิ์ได้ที่ ${TOKENS_URL}`,
  'org-unchecked': ({ org }: { org: string }) => `ไม่ได้ตรวจสอบว่า ${org} เป็นองค์กร​ของบัญชีนี้​หรือไม่`,
  'bill-to-kept': ({ org, known }: { org: string; known: boolean }) =>
    `${known ? 'คอนฟิกเรียกเก็บเงิน​จากองค์กรอื่น (X-HF-Bill-To) และคงไว้ตามเดิม' : 'ดูจากที่นี่​ไม่ได้ว่า​คอนฟิกเรียกเก็บเงิน​จากใคร (X-HF-Bill-To อ้างถึง secret) จึงคงไว้ตามเดิม'}  หากต้องการ​เรียกเก็บเงินจาก ${org}: openclaw onboard --bill-to none แล้วเรียกใช้​อีกครั้งด้วย --bill-to ${org}`,
  'bill-to-of-entries': ({ refs }: { refs: readonly string[] }) =>
    `รายการของ​โมเดลเหล่านี้​ระบุองค์กรอื่น​ไว้เอง (X-HF-Bill-To) ซึ่งมีผลก่อน​และคงไว้ตามเดิม: ${refs.join(', ')}`,
  'nobody-billed': 'คอนฟิก​ไม่ได้เรียกเก็บเงิน​จากองค์กรใด',
};

export const billing = {
  title: 'เรียกเก็บเงิน​จากองค์กร',
  own: 'ไม่มี: บัญชีของฉันเอง',
  ownDetail: 'คำขอจะใช้​เครดิต​ของคุณเอง',
  orgDetail: ({ org }: { org: string }) => `คำขอจะใช้​เครดิตของ ${org}`,
  notGranted: `โทเค็น​ยังไม่มีสิทธิ์นี้  เปิดสิทธิ์ได้ที่ ${TOKENS_URL}`,
  keep: 'องค์กร​ที่คอนฟิกระบุไว้',
  billed: ({ org, needed }: { org: string | null; needed: boolean }) =>
    `เรียกเก็บเงิน​จากองค์กร${org === null ? 'ที่คอนฟิกระบุไว้' : ` ${org}`}${needed ? ' (โทเค็นนี้​ต้องระบุองค์กร)' : ''}`,
  eitherCredit: ({ free, pro }: { free: string; pro: string }) => `บัญชีมีเครดิตฟรี $${free} ต่อเดือน หรือ $${pro} หากเป็น PRO`,
};
