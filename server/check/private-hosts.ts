/**
 * Where schools and families keep what is not meant for everybody: documents, classes, portfolios, registers. An entry
 * stands for the host, for everything below it, and with a path for what begins with that path.
 */
export const PRIVATE_HOSTS: readonly string[] = [
  // documents: Google, Microsoft, others
  'docs.google.com drive.google.com classroom.google.com photos.google.com photos.app.goo.gl keep.google.com forms.gle',
  'sites.google.com/a jamboard.google.com lookerstudio.google.com mail.google.com docs.app.goo.gl drive.app.goo.gl',
  'sharepoint.com sharepoint.cn onedrive.live.com onedrive.com 1drv.ms teams.microsoft.com teams.live.com',
  'cloud.microsoft forms.office.com forms.office365.com onenote.com outlook.office.com outlook.office365.com outlook.live.com',
  'dropbox.com db.tt box.com icloud.com wetransfer.com we.tl mega.nz pcloud.com sync.com',
  'notion.so airtable.com quip.com evernote.com trello.com coda.io zoom.us/rec',
  // classes, portfolios and registers that are used in many countries
  'seesaw.me seesaw.com classdojo.com dojo.me instructure.com canvas.net schoology.com brightspace.com',
  'desire2learn.com d2l.com blackboard.com edmodo.com moodlecloud.com itslearning.com managebac.com managebac.cn',
  'toddleapp.com toddleapp.cn showbie.com edupage.org remind.com kamihq.com freshgrade.com storypark.com',
  // North America
  'powerschool.com infinitecampus.org infinitecampus.com skyward.com aeries.net clever.com classlink.com',
  'parentsquare.com bloomz.com talkingpts.org frontlineeducation.com',
  // United Kingdom, Ireland, Singapore
  'isams.cloud arbor.sc arbor-education.com bromcom.com fireflycloud.net tapestryjournal.com satchelone.com',
  'classcharts.com cpoms.net provisionmap.co.uk edukey.co.uk parentmail.co.uk schoolcloud.co.uk hwb.gov.wales',
  'glowscotland.org.uk learning.moe.edu.sg',
  // Finland, Sweden, Denmark, the Netherlands, Belgium
  'inschool.fi wilma.fi starsoft.fi qridi.com daisyfamily.fi unikum.net schoolsoft.se vklass.se infomentor.se',
  'aula.dk magister.net somtoday.nl parnassys.net smartschool.be',
  // Germany, Austria
  'iserv.de iserv.eu schul.cloud lernsax.de bycs.de logineonrw-lms.de webuntis.com sdui.app schulportal.hessen.de',
  'hpi-schul-cloud.de dbildungscloud.de niedersachsen.cloud schulmanager-online.de schoolfox.com eduvidual.at lms.at',
  // France
  'index-education.net ecoledirecte.com monlycee.net toutemonannee.com apps.education.fr klassly.com klassroom.fr',
  'beneylu.com e-lyco.fr toutatice.fr laclasse.com mon-ent-occitanie.fr',
  // Spain, Latin America
  'aules.edu.gva.es raices.madrid.org educa.madrid.org educa2.madrid.org seneca.juntadeandalucia.es alexiaeducaria.com',
  'clickedu.eu dinantia.com esemtia.com phidias.co q10.com additioapp.com tokappschool.com agora.xtec.cat',
  // China
  'docs.qq.com doc.weixin.qq.com drive.weixin.qq.com work.weixin.qq.com weiyun.com dingtalk.com shimo.im kdocs.cn',
  'wps.cn feishu.cn larksuite.com yuque.com pan.baidu.com yun.baidu.com alipan.com aliyundrive.com cloud.189.cn',
  'lanzou.com lanzoui.com chaoxing.com zhihuishu.com icve.com.cn wjx.cn wjx.top jinshuju.net qun100.com',
].flatMap((line) => line.split(' '));

/** Public pages of the same houses. */
export const PUBLIC_HOSTS: ReadonlySet<string> = new Set([
  'www.instructure.com',
  'community.instructure.com',
  'community.canvaslms.com',
  'www.schoology.com',
  'www.powerschool.com',
  'www.blackboard.com',
  'www.d2l.com',
  'www.managebac.com',
  'blog.classdojo.com',
  'ideas.classdojo.com',
  'help.classdojo.com',
  'web.seesaw.me',
  'help.seesaw.me',
  'blog.dropbox.com',
  'moodle.org',
  'moodle.com',
  'docs.moodle.org',
]);

/** A school's own server says what it is in its name: `moodle.school.org`, `wilma.city.fi`, `canvas.school.edu`. */
export const TELLING_NAMES: ReadonlySet<string> = new Set([
  'moodle',
  'wilma',
  'canvas',
  'nextcloud',
  'owncloud',
  'cloud',
  'iserv',
  'itslearning',
  'managebac',
  'pronote',
  'intranet',
  'campusvirtual',
  'aulavirtual',
  'aulasvirtuales',
  'schoology',
  'powerschool',
  'blackboard',
  'webuntis',
  'sharepoint',
  'onedrive',
  'lms',
  'vle',
  'ent',
]);
