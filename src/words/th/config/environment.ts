/** What of the flags, the variables and the input of a run can't be used. */
export const environmentProblems = {
  'invalid-profile': ({ profile }: { profile: string }) => ({
    message: `ชื่อโปรไฟล์ ${JSON.stringify(profile)} ไม่ถูกต้อง ใช้ได้เฉพาะตัวอักษร ตัวเลข "_" และ "-" ไม่เกิน 64 อักขระ`,
    hint: 'ตัวอย่าง: --profile work',
  }),
  'no-home': {
    message: 'ไม่พบไดเรกทอรีหลัก เพราะไม่ได้ตั้งค่า OPENCLAW_HOME, HOME หรือ USERPROFILE',
    hint: 'ตั้งค่า HOME หรือตั้ง OPENCLAW_STATE_DIR เป็นไดเรกทอรีที่มี openclaw.json',
  },
  'proxy-not-a-url': ({ name }: { name: string }) => proxy(name, 'ไม่ใช่ URL'),
  'proxy-scheme': ({ name, scheme }: { name: string; scheme: string }) =>
    proxy(name, `ไม่รองรับพร็อกซีแบบ ${scheme} รองรับเฉพาะ http:// และ https://`),
  'proxy-escape': ({ name }: { name: string }) => proxy(name, 'ชื่อผู้ใช้หรือรหัสผ่านมี % ที่ไม่ได้​ตามด้วย​เลขฐาน​สิบหก​สองหลัก'),
  'input-too-large': { message: 'อินพุต​มาตรฐาน​มีข้อมูล​มากกว่า 1 MB ทั้งที่ควรมีเพียงโทเค็น' },
};

/** The value is never shown: it may hold a password. */
function proxy(name: string, why: string) {
  return {
    message: `ใช้พร็อกซีใน ${name} ไม่ได้: ${why}`,
    hint: `ตั้งค่า ${name}=http://host:port หรือยกเลิกค่า: unset ${name}`,
  };
}
